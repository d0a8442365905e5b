using System.Runtime.InteropServices;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Workers;

/// <summary>What this machine can run as a plugin's server side. Looked up anew each time: what is missing may be installed while the host runs.</summary>
public static class RuntimeReadiness
{
    /// <summary>The name that the dynamic loader knows it by.</summary>
    internal const string JavaScriptLibrary = "libjavascriptcoregtk-4.1.so.0";

    private const string NeedsLibrary = "needs libjavascriptcoregtk-4.1-0: apt install libjavascriptcoregtk-4.1-0";

    // Debian's and Ubuntu's folder, Fedora's, Arch's, and what an operator built.
    private static readonly string[] Folders = [$"/usr/lib/{Machine}-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib"];

    private static string Machine => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64";

    /// <summary>What is missing and how to get it; null: nothing.</summary>
    public static string? Missing(ServerRuntime runtime) =>
        runtime == ServerRuntime.Javascript && FindJavaScriptLibrary() is null ? NeedsLibrary : null;

    /// <summary>Its path, or null where it is not installed.</summary>
    internal static string? FindJavaScriptLibrary() =>
        Folders.Select(folder => Path.Combine(folder, JavaScriptLibrary)).FirstOrDefault(File.Exists);
}
