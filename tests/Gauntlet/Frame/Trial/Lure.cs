using PluginRoom.Gauntlet.Canary;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>A window that answers whatever a person does in it with every way out that needs a person.</summary>
internal static class Lure
{
    public static (string Name, string Content)[] Files(CanaryPort port) =>
    [
        (FrameTrial.Bystander, """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lure</title><link rel="stylesheet" href="lure.css"></head>
            <body><div id="lure" draggable="true" tabindex="0">ready</div><script src="lure.js"></script></body></html>
            """),
        ("lure.css", $"#lure {{ width: 240px; height: 160px; background: #ddd }} #lure:hover {{ background: url({port.Url}/hover) }} #lure:active {{ cursor: url({port.Url}/active), auto }} #lure:focus {{ content: url({port.Url}/focus) }}"),
        ("lure.js", Script.Replace("$URL", port.Url.ToString(), StringComparison.Ordinal).Replace("$TOKEN", port.Token, StringComparison.Ordinal)),
    ];

    private const string Script = """
        const ways = [
          () => document.execCommand("copy"),
          () => ((Array.prototype.includes = () => false), document.execCommand("copy")),
          () => navigator.clipboard.writeText("$TOKEN"),
          () => open("$URL.html"),
          () => (top.location = "$URL.html"),
          () => Object.assign(document.createElement("a"), { href: "$URL.html", target: "_blank", ping: "$URL" }).click(),
          () => Object.assign(document.createElement("a"), { href: "data:,secret", download: "$TOKEN.txt" }).click(),
          () => (document.body.insertAdjacentHTML("beforeend", "<a href='$URL.html' ping='$URL' target=_blank>x</a>"), document.body.lastChild.click()),
          () => document.documentElement.requestFullscreen(),
          () => showSaveFilePicker({ suggestedName: "$TOKEN.txt" }),
          () => new EyeDropper().open(),
          () => navigator.share({ url: "$URL" }),
          () => navigator.registerProtocolHandler("web+way", "$URL/%s"),
          () => new PresentationRequest(["$URL.html"]).start(),
          () => navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => fetch("$URL")),
          () => history.back(),
          () => print(),
          () => (location.href = "$URL.html"),
        ];
        const types = ["pointerdown", "pointerup", "click", "auxclick", "contextmenu", "dblclick", "dragstart", "drag", "dragend", "drop", "wheel", "keydown", "mouseover"];
        for (const type of types) addEventListener(type, () => ways.forEach((way) => { try { Promise.resolve(way()).catch(() => {}); } catch {} }));
        addEventListener("copy", (event) => (event.clipboardData.setData("text/plain", "$TOKEN"), event.preventDefault()));
        addEventListener("dragstart", (event) => {
          event.dataTransfer.setData("text/uri-list", "$URL.html");
          event.dataTransfer.setData("DownloadURL", "text/plain:$TOKEN.txt:$URL");
        });
        """;
}
