package org.kcibridge.it.isolation;

/** Ways to keep the tests of a class apart. */
enum Isolation {
    ROLLBACK {
        @Override
        void before(IsolatedDatabase database) {
            database.begin();
        }

        @Override
        void after(IsolatedDatabase database) {
            database.rollBack();
        }
    },

    FLUSH {
        @Override
        void before(IsolatedDatabase database) {
            database.flush();
        }

        @Override
        void after(IsolatedDatabase database) {
            database.flush();
        }
    },

    FLUSH_WITH_INITIAL_DATA {
        @Override
        void before(IsolatedDatabase database) {
            database.restore();
        }

        @Override
        void after(IsolatedDatabase database) {
            database.flush();
        }
    },

    /** Nothing is done for a test; what its class leaves is found out. */
    NONE {
        @Override
        void before(IsolatedDatabase database) {
            database.refill();
        }

        @Override
        void after(IsolatedDatabase database) {
            // The leak detector follows after the class.
        }
    };

    abstract void before(IsolatedDatabase database);

    abstract void after(IsolatedDatabase database);
}
