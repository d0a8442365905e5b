using System.Globalization;

namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>A profile that speaks to nobody by itself, and lets attempts try what a person's settings might allow.</summary>
internal static class FirefoxSettings
{
    private static readonly (string Name, object Value)[] All =
    [
        // Quiet: what the browser asks of its maker would be no attempt of ours.
        ("app.update.enabled", false), ("browser.shell.checkDefaultBrowser", false), ("browser.aboutwelcome.enabled", false),
        ("browser.newtabpage.enabled", false), ("browser.safebrowsing.malware.enabled", false), ("browser.safebrowsing.phishing.enabled", false),
        ("browser.safebrowsing.downloads.enabled", false), ("browser.search.update", false), ("browser.region.update.enabled", false),
        ("datareporting.policy.dataSubmissionEnabled", false), ("datareporting.healthreport.uploadEnabled", false), ("toolkit.telemetry.enabled", false),
        ("toolkit.telemetry.unified", false), ("app.normandy.enabled", false), ("extensions.update.enabled", false), ("extensions.getAddons.cache.enabled", false),
        ("network.captive-portal-service.enabled", false), ("network.connectivity-service.enabled", false), ("services.settings.server", "http://127.0.0.1:9/"),
        ("dom.push.connection.enabled", false), ("media.gmp-manager.updateEnabled", false), ("browser.tabs.warnOnClose", false),

        // Names are asked where the system says, and prefetching is on, also from where it is off by itself.
        ("network.trr.mode", 5), ("network.dns.disableIPv6", true), ("network.dns.disablePrefetch", false), ("network.dns.disablePrefetchFromHTTPS", false),
        ("dom.prefetch_dns_for_anchor_http_document", true), ("network.prefetch-next", true), ("network.predictor.enabled", true), ("network.http.speculative-parallel-limit", 20),
        ("browser.send_pings", true), ("browser.send_pings.require_same_host", false), ("network.lna.enabled", false), ("network.proxy.type", 0),

        // Devices answer without a person, windows open without a click, and calls may use this machine's own address.
        ("media.navigator.streams.fake", true), ("media.navigator.permission.disabled", true), ("media.peerconnection.ice.loopback", true),
        ("media.peerconnection.ice.obfuscate_host_addresses", false), ("media.autoplay.default", 0), ("dom.disable_open_during_load", false),
        ("dom.popup_maximum", 100), ("permissions.default.geo", 1), ("permissions.default.desktop-notification", 1), ("permissions.default.camera", 1),
        ("permissions.default.microphone", 1), ("geo.provider.testing", true), ("dom.events.testing.asyncClipboard", true), ("geo.provider.use_geoclue", false), ("alerts.useSystemBackend", false),
        ("browser.download.folderList", 2), ("browser.download.useDownloadDir", true), ("browser.download.always_ask_before_handling_new_types", false),
        ("browser.download.alwaysOpenPanel", false), ("remote.active-protocols", 1),
    ];

    public static string Text(string downloadFolder) => string.Concat(
        All.Append(("browser.download.dir", downloadFolder)).Select(setting => $"user_pref(\"{setting.Item1}\", {Literal(setting.Item2)});\n"));

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
