using System.Reflection;

namespace PluginRoom.Gauntlet.Hostile.Native;

/// <summary>The pipe to the host, found in the objects of the worker as any plugin can.</summary>
internal static class WorkerPipe
{
    internal static int Find() => (int)Captured(Captured(HostilePlugin.Room.Log, "output"), "descriptor");

    /// <summary>What a primary constructor kept.</summary>
    internal static object Captured(object owner, string parameter) =>
        owner.GetType().GetField($"<{parameter}>P", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;
}
