namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>A program to start and everything that it gets.</summary>
internal sealed record ChildCommand(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary><c>NAME=value</c>; nothing of the host's environment is added.</summary>
    internal IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>A descriptor of the host's that the child has as number 3.</summary>
    internal int? Descriptor { get; init; }

    /// <summary>Where it starts; null: where the host is.</summary>
    internal string? Directory { get; init; }

    /// <summary>Taken on before the program runs.</summary>
    internal SpawnConfinement? Confinement { get; init; }

    /// <summary>Goes when the child has ended.</summary>
    internal ScratchFolder? Scratch { get; init; }

    /// <summary>Leaves the host's descriptors that are not marked close-on-exec to the child, as a plain start would.</summary>
    internal bool InheritsDescriptors { get; init; }
}
