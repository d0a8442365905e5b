using System.Reflection;
using PluginRoom.Tests;
using Xunit;

// Most of these tests wait for a process to start or for its time to be over. Two at a time leave the cores idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: AssemblyMetadata("LongTests", "ScriptFaultTests CpuLimitTests HostileWorkerTests ProtocolFuzzTests FloodLimitTests HangTests ForgeTests TimeLimitTests")]
