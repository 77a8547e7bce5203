package org.kcibridge.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class UnpackedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000})
    void givesBackWhatWasPacked(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);

        assertThat(unpack(gzip(content))).isEqualTo(content);
    }

    @Test
    void readsMembersOneAfterTheOther() throws IOException {
        assertThat(unpack(join(gzip("hello ".getBytes(UTF_8)), gzip(new byte[0]), gzip("world".getBytes(UTF_8)))))
                .asString(UTF_8)
                .isEqualTo("hello world");
    }

    @Test
    void readsAnyNumberOfEmptyMembers() throws IOException {
        byte[] empty = gzip(new byte[0]);
        byte[] many = new byte[empty.length * 100_000];
        for (int i = 0; i < many.length; i += empty.length) {
            System.arraycopy(empty, 0, many, i, empty.length);
        }

        assertThat(unpack(many)).isEmpty();
    }

    /** All that a header may have: extra field, name, comment, checksum. */
    @Test
    void skipsWhatAHeaderMayHave() throws IOException {
        byte[] plain = gzip("hello".getBytes(UTF_8));
        byte[] header = HexFormat.of().parseHex("1f8b081e00000000000302004142" + "6e616d6500" + "6e6f746500" + "abcd");

        assertThat(unpack(join(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .asString(UTF_8)
                .isEqualTo("hello");
    }

    /** Each bit counts, save those that say when, where and how hard it was packed. */
    @Test
    void noticesEachDamage() throws IOException {
        byte[] content = "hello, hello, hello".getBytes(UTF_8);
        byte[] packed = gzip(content);
        for (int position = 0; position < packed.length; position++) {
            byte[] damaged = packed.clone();
            damaged[position] ^= 0x40;
            if (position < 4 || position > 9) {
                assertThatThrownBy(() -> unpack(damaged))
                        .as("byte %d", position)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void noticesThatSomethingIsMissing() throws IOException {
        byte[] packed = gzip("hello, hello, hello".getBytes(UTF_8));
        for (int length = 1; length < packed.length; length++) {
            byte[] part = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpack(part)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (InputStream in = new Unpacked(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
