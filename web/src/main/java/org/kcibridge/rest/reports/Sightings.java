package org.kcibridge.rest.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import org.kcibridge.listing.Listing;
import org.kcibridge.rest.lists.ItemResource;

/** {@code /sightings}: where issues were seen first and last, and how often. */
@Path("/sightings")
@ApplicationScoped
public class Sightings extends ItemResource {

    public Sightings() {
        super(Listing.SIGHTINGS);
    }
}
