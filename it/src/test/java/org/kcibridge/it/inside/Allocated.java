package org.kcibridge.it.inside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells tests outside how many bytes the server's threads have allocated since they began; only the tests' own WAR has this
 * door. HotSpot's own bean is asked by its name, as deployments do not see its class.
 */
@WebServlet("/allocated")
public class Allocated extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.getWriter().print(bytes());
        } catch (JMException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long bytes() throws JMException {
        long[] threads = ManagementFactory.getThreadMXBean().getAllThreadIds();
        long[] allocated = (long[]) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                        "getThreadAllocatedBytes",
                        new Object[] {threads},
                        new String[] {long[].class.getName()});
        // Of one that has ended meanwhile it is -1.
        return Arrays.stream(allocated).filter(bytes -> bytes > 0).sum();
    }
}
