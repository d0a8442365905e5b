using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PluginRoom.Sdk;
using PluginRoom.Worker.Loading;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pluginroom-load-");

    [Fact]
    public void A_plugin_shares_the_sdk_and_nothing_else()
    {
        var plugin = PluginLoader.Load(Launch.Built("test-plugins/Echo"), "Echo.dll");

        var context = AssemblyLoadContext.GetLoadContext(plugin.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.True(context.IsCollectible);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(typeof(RoomPlugin).Assembly));
        Assert.Throws<FileNotFoundException>(() => context.LoadFromAssemblyName(new("PluginRoom.Protocol")));
        Assert.Throws<FileNotFoundException>(() => context.LoadFromAssemblyName(new("PluginRoom.Worker")));
    }

    [Fact]
    public void The_same_plugin_loaded_twice_is_two_sets_of_types()
    {
        var first = PluginLoader.Load(Launch.Built("test-plugins/Echo"), "Echo.dll");
        var second = PluginLoader.Load(Launch.Built("test-plugins/Echo"), "Echo.dll");

        Assert.Equal(first.GetType().FullName, second.GetType().FullName);
        Assert.NotSame(first.GetType(), second.GetType());
    }

    [Fact]
    public void An_unloaded_plugin_leaves_memory()
    {
        var plugin = LoadAndUnload();

        // Another thread may be compiling a method of it.
        var began = Stopwatch.GetTimestamp();
        while (plugin.IsAlive && Stopwatch.GetElapsedTime(began) < TestRoom.Deadline)
        {
#pragma warning disable RS0030 // A memory test.
            GC.Collect();
#pragma warning restore RS0030
            GC.WaitForPendingFinalizers();
        }

        Assert.False(plugin.IsAlive);
    }

    [Theory]
    [InlineData("missing.dll", "missing.dll is not in the plugin's folder. Correct \"server.entry\" in plugin.json or add the file.")]
    [InlineData("../outside.dll", "\"server.entry\" in plugin.json leaves the plugin's folder: ../outside.dll")]
    [InlineData("text.dll", "text.dll is not a .NET assembly for this machine.")]
    [InlineData("library.dll", "library.dll has no public, concrete class that derives from PluginRoom.Sdk.RoomPlugin.")]
    public void A_folder_without_a_plugin_is_refused_in_words(string entry, string message)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "text.dll"), "MZ, but only at first sight");
        File.Copy(typeof(Assert).Assembly.Location, Path.Combine(_directory.FullName, "library.dll"));

        var refused = Assert.Throws<PluginLoadException>(() => PluginLoader.Load(_directory.FullName, entry));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_loaded_tells_the_room_why()
    {
        var room = new TestRoom();
        await using var worker = Launch.Launcher.Supervise(Launch.Spec("Echo") with { Entry = "missing.dll" }, room);

        var restarting = await room.ReachAsync<Host.Workers.WorkerRestarting>();

        Assert.Contains("missing.dll is not in the plugin's folder", restarting.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndUnload()
    {
        var plugin = PluginLoader.Load(Launch.Built("test-plugins/Echo"), "Echo.dll");
        AssemblyLoadContext.GetLoadContext(plugin.GetType().Assembly)!.Unload();
        return new(plugin.GetType().Assembly);
    }
}
