namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>DeliverCard</c>: a person's own page hands the card to the plugins that the person allows.</summary>
/// <param name="Fields">Null: withdrawn.</param>
public sealed record CardDelivery(IReadOnlyList<string> PluginIds, CardFields? Fields);

/// <summary>
/// What a person writes about themselves, as far as they show it to the people here. Each one line without invisible characters or marks that turn
/// the reading direction; null: not shown.
/// </summary>
/// <param name="DisplayName">1 to 64 characters, as the others.</param>
/// <param name="Pronouns">Up to 32.</param>
/// <param name="Role">Up to 64.</param>
/// <param name="Organisation">Up to 64.</param>
/// <param name="Link">An https address without user name, up to 200.</param>
/// <param name="About">Up to 280.</param>
public sealed record CardFields(string? DisplayName, string? Pronouns, string? Role, string? Organisation, string? Link, string? About);
