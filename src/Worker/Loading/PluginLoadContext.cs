using System.Reflection;
using System.Runtime.Loader;
using PluginRoom.Sdk;

namespace PluginRoom.Worker.Loading;

/// <summary>
/// A plugin's own assemblies. Only the SDK and the framework come from the worker, so a plugin may bring any version of any library;
/// the worker's own parts stay out of its reach by name.
/// </summary>
internal sealed class PluginLoadContext(string entryPath) : AssemblyLoadContext("plugin", isCollectible: true)
{
    private static readonly string SdkName = typeof(RoomPlugin).Assembly.GetName().Name!;
    private readonly AssemblyDependencyResolver _resolver = new(entryPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == SdkName)
            return typeof(RoomPlugin).Assembly;
        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
            return LoadFromAssemblyPath(path);
        return assemblyName.Name is "PluginRoom.Worker" or "PluginRoom.Protocol"
            ? throw new FileNotFoundException($"{assemblyName.Name} is the host's; a plugin references PluginRoom.Plugin.Sdk only.")
            : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
