package org.kcibridge.seed;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * All objects of one kind: its fixtures, over and over again. The last repetition may be cut short.
 *
 * @param fixtures of one repetition
 * @param count of all objects
 */
record Layer(List<JsonObject> fixtures, long count) {

    JsonObject fixture(long index) {
        return fixtures.get((int) (index % fixtures.size()));
    }

    /** Which repetition the object belongs to; the newest is 0. */
    long round(long index) {
        return index / fixtures.size();
    }

    /** The object that a repetition made of a fixture. */
    long index(long round, int place) {
        return round * fixtures.size() + place;
    }

    /** The id of an object: the fixture's own the first time. */
    String id(long index) {
        String id = fixture(index).getString("id");
        return round(index) == 0 ? id : id + "-" + (round(index) + 1);
    }
}
