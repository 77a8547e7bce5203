package org.kcibridge.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Knows callers by the tokens in table {@code api_token}: the caller's name is the token's name, and his groups are its
 * role with all roles that {@linkplain Role#implied implies}.
 *
 * <p>Every login asks the database, and the database's clock decides on expiry: a token that is revoked on one node is
 * dead on all of them with the next request. Plain JDBC, because this library is seen by all parts of the application
 * and sees none of them, so no entities either.
 */
@ApplicationScoped
public class TokenIdentityStore implements IdentityStore {

    private static final int TIMEOUT_SECONDS = 5;

    private static final String FIND =
            """
            select id, name, role, origin, last_used_at is null or last_used_at < now() - interval '1 minute' as stale
            from api_token
            where token_hash = ? and revoked_at is null and (expires_at is null or expires_at > now())""";

    // The condition is repeated so that of many simultaneous logins only one writes.
    private static final String TOUCH =
            """
            update api_token set last_used_at = now()
            where id = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')""";

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    private DataSource database;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof TokenCredential token) || token.isWebToken()) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try (Connection connection = database.getConnection()) {
            return validate(connection, token);
        } catch (SQLException e) {
            throw new TokensUnavailable(e);
        }
    }

    private static CredentialValidationResult validate(Connection connection, TokenCredential token)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setQueryTimeout(TIMEOUT_SECONDS);
            find.setString(1, token.hash());
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    return CredentialValidationResult.INVALID_RESULT;
                }
                if (found.getBoolean("stale")) {
                    touch(connection, found.getObject("id"));
                }
                return new CredentialValidationResult(
                        new Caller(found.getString("name"), found.getString("origin")),
                        Role.implied(found.getString("role")));
            }
        }
    }

    private static void touch(Connection connection, Object id) throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setQueryTimeout(TIMEOUT_SECONDS);
            touch.setObject(1, id);
            touch.executeUpdate();
        }
    }
}
