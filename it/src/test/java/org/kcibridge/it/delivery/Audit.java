package org.kcibridge.it.delivery;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kcibridge.it.standin.StoredDocument;

/**
 * Goes through the books once everything has come to rest, whatever happened before: nothing may be lost, held by nobody,
 * or said to KCIDB in two ways.
 */
public final class Audit {

    /** What must not be, and how to find it. */
    private static final Map<String, String> OFFENCES = new LinkedHashMap<>();

    static {
        OFFENCES.put(
                "submissions that are not over", "select id from submission where state not in ('CONFIRMED', 'DEAD')");
        OFFENCES.put("submissions that somebody holds", "select id from submission where lease is not null");
        OFFENCES.put(
                "submissions that are confirmed by no delivery",
                """
                select id from submission s where state = 'CONFIRMED' and not exists (
                    select from delivery d join delivered l on l.delivery_id = d.id
                    where d.id = s.delivery_id and l.submission_id = s.id
                      and d.state = 'PROCESSED' and d.kcidb_id = s.kcidb_id)""");
        OFFENCES.put("deliveries that are still followed", "select id from delivery where state = 'SPOOLED'");
        OFFENCES.put(
                "deliveries without an answer that nobody repeated",
                """
                select id from delivery d where state = 'POSTED' and exists (
                    select from delivered l where delivery_id = d.id and not exists (
                        select from delivered where submission_id = l.submission_id and delivery_id > d.id))""");
        OFFENCES.put(
                "deliveries that miscount what they carried",
                """
                select id from delivery d
                where submissions <> (select count(*) from delivered where delivery_id = d.id)""");
        OFFENCES.put("jobs that are not over", "select id from job where state in ('REQUESTED', 'SUBMITTED')");
        OFFENCES.put(
                "finished jobs without a report",
                "select id from job j where state = 'FINISHED' and not exists (select from submission where job_id = j.id)");
        OFFENCES.put("callbacks that nobody dealt with", "select id from callback where due_at is not null");
        OFFENCES.put(
                "builds that nobody reports",
                """
                select id from builds b where not exists (
                    select from submission s where s.document @>
                        jsonb_build_object('builds', jsonb_build_array(jsonb_build_object('id', b.id))))""");
    }

    private static final List<String> KINDS = List.of("checkouts", "builds", "tests", "issues", "incidents");

    private Audit() {}

    /** What is wrong in the database, a line for each kind of offence. */
    public static List<String> books(Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>();
        for (var offence : OFFENCES.entrySet()) {
            List<String> offenders = texts(connection, offence.getValue());
            if (!offenders.isEmpty()) {
                findings.add("%d %s, %s first".formatted(offenders.size(), offence.getKey(), offenders.get(0)));
            }
        }
        return findings;
    }

    /** What is wrong in what KCIDB got: it has what is confirmed, all of it and nothing else, and each object in one way. */
    public static List<String> deliveries(Connection connection, List<StoredDocument> documents) throws SQLException {
        Set<String> findings = new TreeSet<>();
        Map<String, JsonObject> owed = new TreeMap<>();
        for (String document : texts(connection, "select document from submission where state = 'CONFIRMED'")) {
            owed.putAll(objects(parse(document)));
        }
        Map<String, JsonObject> said = new TreeMap<>();
        Set<String> got = new TreeSet<>();
        for (StoredDocument document : documents) {
            if (!document.valid()) {
                findings.add("document " + document.id() + " is not valid: " + document.violations());
            }
            objects(document.object()).forEach((id, object) -> {
                JsonObject before = said.putIfAbsent(id, object);
                if (before != null && !before.equals(object)) {
                    findings.add(id + " was said in two ways");
                }
                if (document.good()) {
                    got.add(id);
                }
            });
        }
        owed.keySet().stream().filter(id -> !got.contains(id)).forEach(id -> findings.add(id + " was never taken"));
        said.keySet().stream().filter(id -> !owed.containsKey(id)).forEach(id -> findings.add(id + " is unknown"));
        return List.copyOf(findings);
    }

    private static Map<String, JsonObject> objects(JsonObject document) {
        Map<String, JsonObject> objects = new TreeMap<>();
        for (String kind : KINDS) {
            JsonArray list = document.containsKey(kind) ? document.getJsonArray(kind) : JsonValue.EMPTY_JSON_ARRAY;
            list.getValuesAs(JsonObject.class)
                    .forEach(object -> objects.put(kind + " " + object.getString("id"), object));
        }
        return objects;
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
