using System.Reflection;
using PluginRoom.Sdk;

namespace PluginRoom.Worker.Loading;

/// <summary>Finds the one plugin class in an entry assembly. What it throws is read by the plugin's author.</summary>
internal static class PluginLoader
{
    internal static RoomPlugin Load(string directory, string entry)
    {
        var path = Path.GetFullPath(entry, directory);
        if (!path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new PluginLoadException($"\"server.entry\" in plugin.json leaves the plugin's folder: {entry}");
        if (!File.Exists(path))
            throw new PluginLoadException($"{entry} is not in the plugin's folder. Correct \"server.entry\" in plugin.json or add the file.");
        var type = FindPlugin(LoadAssembly(path, entry), entry);
        try
        {
            return (RoomPlugin)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException threw) when (threw.InnerException is { } inner)
        {
            throw new PluginLoadException($"The constructor of {type.FullName} threw {inner.GetType().Name}: {inner.Message}", inner);
        }
    }

    private static Assembly LoadAssembly(string path, string entry)
    {
        try
        {
            return new PluginLoadContext(path).LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException wrong)
        {
            throw new PluginLoadException($"{entry} is not a .NET assembly for this machine.", wrong);
        }
    }

    private static Type FindPlugin(Assembly assembly, string entry)
    {
        Type? found = null;
        foreach (var type in ExportedTypes(assembly, entry))
        {
            if (type.IsAbstract || !typeof(RoomPlugin).IsAssignableFrom(type))
                continue;
            if (found is not null)
                throw new PluginLoadException($"{entry} has two plugin classes, {found.FullName} and {type.FullName}; make all but one internal.");
            found = type;
        }

        if (found is null)
            throw new PluginLoadException($"{entry} has no public, concrete class that derives from PluginRoom.Sdk.RoomPlugin.");
        return found.GetConstructor(Type.EmptyTypes) is null
            ? throw new PluginLoadException($"{found.FullName} needs a public constructor without parameters.")
            : found;
    }

    private static Type[] ExportedTypes(Assembly assembly, string entry)
    {
        try
        {
            return assembly.GetExportedTypes();
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            throw new PluginLoadException(
                $"{entry} needs something that is not there: {missing.Message} Publish the plugin with all its dependencies beside it.", missing);
        }
    }
}
