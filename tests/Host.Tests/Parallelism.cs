using System.Reflection;
using PluginRoom.Tests;
using Xunit;

// Most of these tests wait: for a folder to be quiet, a process to start, a browser's event to come. Two at a time leave the cores idle.
// (The runner's first line tells its own default, not this.)
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: AssemblyMetadata("LongTests", "GateProperties PluginCallTests FilesPickTests StorageTests PluginUpdateTests MediaReceiveTests ChatSendAsUserTests QuestionTests ModerationMuteTests MemoryAfterRevocationTests PluginRestartTests PluginGateTests ModerationRemoveTests QualityStatsReadTests RevocationTests UglyInputTests PluginFetchTests MemoryTests")]
