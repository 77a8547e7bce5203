package org.kcibridge.seed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small dataset, of which tests change a file. */
final class Written {

    private final Map<Fixtures, String> files = new HashMap<>(Map.of(
            Fixtures.CHECKOUTS,
            """
            - {id: 'o:c1', origin: o, tree_name: mainline, git_repository_url: 'https://git.example.org/linux.git',
               git_repository_branch: master, age: P2D, platform: board}
            - {id: 'o:c2', origin: o, tree_name: mainline, git_repository_url: 'https://git.example.org/linux.git',
               git_repository_branch: master}
            """,
            Fixtures.BUILDS,
            """
            - {id: 'o:b2', checkout_id: 'o:c2', origin: o, architecture: riscv}
            - {id: 'o:b1', checkout_id: 'o:c1', origin: o, architecture: arm64}
            """,
            Fixtures.TESTS,
            """
            - {id: 'o:t2', build_id: 'o:b2', path: boot}
            - {id: 'o:t1', build_id: 'o:b1', path: boot}
            - {id: 'o:t3', build_id: 'o:b1', path: ltp.fork01, platform: other}
            """,
            Fixtures.ISSUES,
            """
            - {id: 'o:i1', origin: o, version: 1, builds: ['o:b1'], tests: ['o:t1', 'o:t2']}
            """,
            Fixtures.PLATFORMS,
            """
            board: ['maker,board-2', 'maker,board']
            other: []
            """,
            Fixtures.RULES,
            """
            builds_by_checkout: {'o:c1': PASS}
            """));

    Written with(Fixtures file, String text) {
        files.put(file, text);
        return this;
    }

    Written without(Fixtures file) {
        files.remove(file);
        return this;
    }

    Dataset read() {
        return new DatasetReader("written", this::open).read();
    }

    private Optional<java.io.InputStream> open(String name) {
        return List.of(Fixtures.values()).stream()
                .filter(file -> file.file().equals(name))
                .findFirst()
                .map(files::get)
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
