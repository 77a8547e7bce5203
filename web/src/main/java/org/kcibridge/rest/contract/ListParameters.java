package org.kcibridge.rest.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.kcibridge.listing.Field;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Selection;
import org.kcibridge.listing.Sort;
import org.kcibridge.report.Kind;
import org.kcibridge.rest.BridgeApi;

/** What lists, their counts and their files are asked for by. */
final class ListParameters {

    private ListParameters() {}

    static void addTo(OpenAPI api) {
        api.getComponents().addSchema("ListAsJson", asJson());
        for (Listing listing : Listing.values()) {
            String path = BridgeApi.PATH + "/" + listing.path();
            operation(api, path, listing, List.of(sort(listing), after(), total()));
            operation(api, path + "/counts", listing, List.of());
            operation(api, path + "/export", listing, List.of(sort(listing)));
        }
    }

    private static void operation(OpenAPI api, String path, Listing listing, List<Parameter> others) {
        Operation operation = api.getPaths().getPathItem(path).getGET();
        List<Parameter> all = new ArrayList<>();
        if (operation.getParameters() != null) {
            all.addAll(operation.getParameters());
        }
        all.addAll(others);
        all.add(query(Selection.ANYWHERE)
                .description("Any part of what an item is known by; upper and lower case are the same.")
                .schema(text()));
        listing.fields().stream().flatMap(ListParameters::filters).forEach(all::add);
        operation.setParameters(all);
    }

    private static Stream<Parameter> filters(Field field) {
        return field.parameters().stream().map(name -> name.equals(field.name()) ? value(field) : bound(field, name));
    }

    private static Parameter value(Field field) {
        String star = field.type().name().equals("TEXT") ? "; * stands for any part of it" : "";
        return query(field.name())
                .description("Only these; repeated, any of the values%s.".formatted(star))
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.ARRAY))
                        .items(schema(field)))
                .explode(true);
    }

    private static Parameter bound(Field field, String name) {
        boolean lower = name.endsWith("_from");
        boolean time = field.type().name().equals("TIME");
        String how = lower ? "From this on" : time ? "Before this" : "Up to this";
        return query(name)
                .description(
                        time ? how + ": a time, a date, or how long ago that was, such as P7D or PT1H." : how + ".")
                .schema(time ? text() : OASFactory.createSchema().type(List.of(SchemaType.NUMBER)));
    }

    private static Schema schema(Field field) {
        Schema schema =
                switch (field.type()) {
                    case FLAG -> OASFactory.createSchema().type(List.of(SchemaType.BOOLEAN));
                    case NUMBER ->
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .format("int64");
                    case AMOUNT -> OASFactory.createSchema().type(List.of(SchemaType.NUMBER));
                    case UUID -> text().format("uuid");
                    default -> text();
                };
        return field.words().isEmpty() ? schema : schema.enumeration(List.copyOf(field.words()));
    }

    private static Parameter sort(Listing listing) {
        List<Object> names = listing.sorts().stream()
                .map(Sort::name)
                .flatMap(name -> Stream.of("-" + name, name))
                .collect(Collectors.toList());
        return query("sort")
                .description("What it is sorted by, with a minus in front for the greatest first.")
                .schema(text().enumeration(names).defaultValue(names.get(0)));
    }

    private static Parameter after() {
        return query("after")
                .description("The pagination.next of a page: the page behind it is found at once, however deep it is.")
                .schema(text());
    }

    private static Parameter total() {
        return query("total")
                .description("Whether the items are counted, which may take longer than to find a page of them.")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.BOOLEAN))
                        .defaultValue(true));
    }

    private static Parameter query(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY);
    }

    private static Schema asJson() {
        Schema items = OASFactory.createSchema()
                .type(List.of(SchemaType.ARRAY))
                .items(OASFactory.createSchema().type(List.of(SchemaType.OBJECT)));
        Schema document = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .addProperty("version", OASFactory.createSchema().type(List.of(SchemaType.OBJECT)))
                .required(List.of("version"));
        for (Kind kind : Kind.values()) {
            document.addProperty(kind.key(), items);
        }
        return OASFactory.createSchema().addAnyOf(items).addAnyOf(document);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(new ArrayList<>(Arrays.asList(SchemaType.STRING)));
    }
}
