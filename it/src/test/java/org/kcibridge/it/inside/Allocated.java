package org.kcibridge.it.inside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells tests outside how many bytes each of the server's threads has allocated since it began; only the tests' own WAR has this
 * door. HotSpot's own bean is asked by its name, as deployments do not see its class.
 */
@WebServlet("/allocated")
public class Allocated extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            bytes().forEach(response.getWriter()::println);
        } catch (JMException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A thread's id and what it has allocated, with a blank between. */
    private static Stream<String> bytes() throws JMException {
        long[] threads = ManagementFactory.getThreadMXBean().getAllThreadIds();
        long[] allocated = (long[]) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                        "getThreadAllocatedBytes",
                        new Object[] {threads},
                        new String[] {long[].class.getName()});
        // Of one that has ended meanwhile it is -1.
        return IntStream.range(0, threads.length)
                .filter(i -> allocated[i] > 0)
                .mapToObj(i -> threads[i] + " " + allocated[i]);
    }
}
