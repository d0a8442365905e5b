namespace PluginRoom.EndToEnd.Tests.Recorder;

/// <summary>For what keeps a small machine busy by itself, as encoding three people into a file: it runs when the others are over.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
