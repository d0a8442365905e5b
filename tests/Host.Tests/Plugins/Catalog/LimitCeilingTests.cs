using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Limits;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

public sealed class LimitCeilingTests : IDisposable
{
    private readonly PluginFolder _folder = new(LimitCeilingReader.Read("memoryMb=64,cpuPercent=50,handlerSeconds=3", "--plugin-limits"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_manifest_that_asks_for_more_is_an_error_where_it_asks()
    {
        _folder.Drop("Minutes", json => json["server"]!["limits"]!["memoryMb"] = 65);

        var entry = Assert.Single(_folder.Settle().Entries);

        Assert.Equal(CatalogState.Broken, entry.State);
        Assert.Equal(
            "/server/limits/memoryMb: this host allows at most 64, but the manifest asks for 65. Lower it, or ask the host's operator to raise --plugin-limits.",
            Assert.Single(entry.Errors).ToString());
    }

    [Fact]
    public void What_a_manifest_does_not_state_is_lowered_to_what_the_host_allows()
    {
        _folder.Drop("Minutes", json => json["server"]!["limits"]!.AsObject().Remove("memoryMb"));

        var limits = Assert.Single(_folder.Settle().Entries).Plugin!.Manifest.Server!.Limits;

        Assert.Equal((64, 20, 3, 48), (limits.MemoryMb, limits.CpuPercent, limits.HandlerSeconds, limits.Threads));
    }

    [Fact]
    public void A_ceiling_is_reported_along_with_what_else_is_wrong()
    {
        _folder.Drop("Minutes", json =>
        {
            json["server"]!["limits"]!["memoryMb"] = 512;
            json["version"] = "one";
        });

        var errors = Assert.Single(_folder.Settle().Entries).Errors;

        Assert.Equal(["/server/limits/memoryMb", "/version"], errors.Select(error => error.Pointer).Order());
    }
}
