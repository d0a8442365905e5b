using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.PluginUi;

/// <summary>
/// The script that the host puts in front of every plugin page. By its hash it is the only script that the page's policy lets
/// start by itself (W3C CSP3, 8.2), and it takes away what a policy cannot before it loads the plugin's own scripts.
/// </summary>
public sealed class BootScript
{
    /// <summary>Where the web build puts it, below the folder of the built page.</summary>
    public const string WebPath = "frame/boot.js";

    public BootScript(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (source.Contains("</script", StringComparison.OrdinalIgnoreCase) || source.Contains("<!--", StringComparison.Ordinal))
            throw new ArgumentException("The boot script contains a sequence that ends or changes an inline script; rename it in web/frame.", nameof(source));

        // A browser normalizes line ends before it hashes; so must we.
        Source = source.ReplaceLineEndings("\n");
        CspHash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Source)))}'";
    }

    public string Source { get; }

    /// <summary>As a CSP source expression, quotes included.</summary>
    public string CspHash { get; }

    public static BootScript Load(string webFolder)
    {
        var path = Path.Combine(webFolder, WebPath);
        return File.Exists(path)
            ? new BootScript(File.ReadAllText(path, Encoding.UTF8))
            : throw new FileNotFoundException($"{path} is missing: run `npm run build` in web/ (./run does it).");
    }
}
