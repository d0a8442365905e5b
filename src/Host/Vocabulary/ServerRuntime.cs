namespace PluginRoom.Host.Vocabulary;

/// <summary>What runs a plugin's server side. Closed list.</summary>
public enum ServerRuntime
{
    Dotnet,
    Javascript,
}

/// <summary>The names that manifests use.</summary>
public static class ServerRuntimes
{
    private static readonly string[] Names = ["dotnet", "javascript"];

    public static IReadOnlyList<string> All => Names;

    public static string Name(this ServerRuntime runtime) => Names[(int)runtime];

    public static ServerRuntime? Parse(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? (ServerRuntime)index : null;
}
