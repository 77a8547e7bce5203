package org.kcibridge.results;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document, in the encoding it says it is in. The parser could find that out itself, but prints to
 * the server's standard error whenever it comes upon a byte that does not belong there.
 */
final class XmlText {

    private static final int BEGINNING = 200;
    private static final Pattern DECLARED =
            Pattern.compile("(?:\\xEF\\xBB\\xBF)?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private XmlText() {}

    /** @throws MalformedResults when nobody knows the encoding; bytes that are not of it show when they are read */
    static Reader of(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes);
        in.mark(BEGINNING);
        byte[] beginning = in.readNBytes(BEGINNING);
        in.reset();
        // With a decoder of its own a reader fails where it would otherwise put a question mark.
        Reader text = new InputStreamReader(in, charset(beginning).newDecoder());
        return startsWithMark(beginning) ? withoutMark(text) : text;
    }

    private static Charset charset(byte[] beginning) {
        if (startsWith(beginning, 0xFE, 0xFF) || startsWith(beginning, 0x00, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(beginning, 0xFF, 0xFE) || startsWith(beginning, '<', 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        String name = declared.lookingAt() ? declared.group(1) : "UTF-8";
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new MalformedResults(1, "not XML: nobody knows the encoding " + name);
        }
    }

    private static boolean startsWithMark(byte[] beginning) {
        return startsWith(beginning, 0xFE, 0xFF)
                || startsWith(beginning, 0xFF, 0xFE)
                || startsWith(beginning, 0xEF, 0xBB, 0xBF);
    }

    private static boolean startsWith(byte[] beginning, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i == beginning.length || (beginning[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader withoutMark(Reader text) throws IOException {
        int mark = text.read();
        if (mark != BYTE_ORDER_MARK) {
            throw new MalformedResults(1, "not XML: it begins in another encoding than it says");
        }
        return text;
    }
}
