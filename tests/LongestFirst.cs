using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PluginRoom.Tests;

/// <summary>
/// Begins with the classes that the assembly names as long, so that none of them is left to run alone at the end; their names stand in its
/// metadata <c>LongTests</c>, the longest first.
/// </summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private readonly string[] _names = typeof(LongestFirst).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "LongTests").Value!.Split(' ');

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    private int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(_names, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal));
        return rank < 0 ? _names.Length : rank;
    }
}
