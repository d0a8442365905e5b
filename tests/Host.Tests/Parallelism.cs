using Xunit;

// Most of these tests wait: for a folder to be quiet, a process to start, a browser's event to come. Two at a time leave the cores idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
