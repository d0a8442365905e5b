namespace PluginRoom.Host.Signaling;

/// <summary>
/// At Debug and Trace, SignalR and the layers below it write messages and their arguments into the log. No setting of an operator may
/// turn that on, so every filter rule, whatever it says, is bound to this one.
/// </summary>
internal static class SignalingLog
{
    private static readonly string[] Carriers =
    [
        "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.WebSockets",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    public static void KeepMessagesOut(this ILoggingBuilder logging) =>
        logging.Services.PostConfigure<LoggerFilterOptions>(options =>
        {
            LoggerFilterRule[] rules = [.. options.Rules.Select(Bind), Bind(new LoggerFilterRule(null, null, options.MinLevel, null))];
            options.Rules.Clear();
            foreach (var rule in rules)
                options.Rules.Add(rule);
        });

    private static LoggerFilterRule Bind(LoggerFilterRule rule) => new(
        rule.ProviderName,
        rule.CategoryName,
        rule.LogLevel,
        (provider, category, level) =>
            !(level < LogLevel.Information && CarriesMessages(category)) && (rule.Filter?.Invoke(provider, category, level) ?? true));

    private static bool CarriesMessages(string? category) =>
        category is not null && Carriers.Any(carrier => category.StartsWith(carrier, StringComparison.Ordinal));
}
