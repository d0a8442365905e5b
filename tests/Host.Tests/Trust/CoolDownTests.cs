using System.Text;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

/// <summary>An update lies in its folder for the operator's three days before it is taken.</summary>
public sealed class CoolDownTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly PluginFolder _folder = new(policy: TrustPolicyReader.Read(
        Encoding.UTF8.GetBytes("""{ "coolDown": "P3D" }"""), "policy.json", loopbackOnly: true, out _));

    public CoolDownTests()
    {
        Drop("1.4.0");
        Assert.Equal(CatalogState.Ready, _folder.Settle().Entries[0].State);
        Drop("1.5.0");
        var waiting = _folder.Settle();
        Assert.Empty(waiting.Changes);
        Assert.Equal(("1.4.0", "1.5.0"), (waiting.Entries[0].Plugin!.Manifest.Version, waiting.Entries[0].Update!.Version));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_until_when_and_is_taken_then_and_not_before()
    {
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(_folder.Pass().Entries[0].Update!.Until), Start + (3 * Day), Start + (3 * Day) + TimeSpan.FromSeconds(5));

        Assert.Empty(_folder.PassAfter((3 * Day).TotalSeconds - 1).Changes);
        var taken = Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.PassAfter(2).Changes));

        Assert.Equal(("1.5.0", "1.4.0"), (taken.Plugin.Manifest.Version, taken.Replaces!.Manifest.Version));
        Assert.Null(_folder.Pass().Entries[0].Update);
    }

    [Fact]
    public void A_restart_neither_shortens_it_nor_begins_it_anew_and_the_version_before_is_used_meanwhile()
    {
        _folder.PassAfter(Day.TotalSeconds);
        _folder.RestartAfter(Day);

        var entry = _folder.Settle().Entries[0];
        Assert.Equal((CatalogState.Ready, "1.4.0", "1.5.0"), (entry.State, entry.Plugin!.Manifest.Version, entry.Update!.Version));
        Assert.Equal("assembly 1.4.0", File.ReadAllText(Path.Combine(entry.Plugin.Directory, "Minutes.dll")));

        Assert.Empty(_folder.PassAfter(Day.TotalSeconds - 5).Changes);
        Assert.Single(_folder.PassAfter(10).Changes);
    }

    [Fact]
    public void Without_the_version_before_it_waits_and_cannot_be_added()
    {
        Directory.Delete(_folder.Snapshots, recursive: true);
        _folder.Restart();

        var entry = _folder.Settle().Entries[0];

        Assert.Equal((CatalogState.Waiting, "waiting", null), (entry.State, entry.StateName, entry.Plugin));
        Assert.NotNull(entry.Update);
    }

    [Fact]
    public void A_copy_of_the_version_before_that_was_changed_on_disk_is_not_used()
    {
        var kept = _folder.Pass().Entries[0].Plugin!.Directory;
        File.WriteAllText(Path.Combine(kept, "Minutes.dll"), "something else");
        _folder.Restart();

        Assert.Equal(CatalogState.Waiting, _folder.Settle().Entries[0].State);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(-400)]
    public void Setting_the_clock_changes_nothing_but_the_date_that_is_told(int days)
    {
        _folder.SetClock(days * Day);

        Assert.Empty(_folder.PassAfter(Day.TotalSeconds).Changes);
        var until = DateTimeOffset.FromUnixTimeMilliseconds(_folder.Pass().Entries[0].Update!.Until);
        Assert.InRange(until, Start + ((days + 3) * Day), Start + ((days + 3) * Day) + TimeSpan.FromMinutes(2));
        Assert.Single(_folder.PassAfter((2 * Day).TotalSeconds).Changes);
    }

    [Fact]
    public void A_clock_that_is_behind_at_the_next_start_counts_for_nothing()
    {
        _folder.PassAfter(Day.TotalSeconds);
        _folder.SetClock(-300 * Day);
        _folder.RestartAfter(TimeSpan.Zero);
        _folder.Settle();

        Assert.Empty(_folder.PassAfter((2 * Day).TotalSeconds - 5).Changes);
        Assert.Single(_folder.PassAfter(10).Changes);
    }

    [Fact]
    public void Other_content_begins_its_own_wait()
    {
        _folder.PassAfter((2 * Day).TotalSeconds);
        Drop("1.5.1");
        Assert.Equal("1.5.1", _folder.Settle().Entries[0].Update!.Version);

        Assert.Empty(_folder.PassAfter((2 * Day).TotalSeconds).Changes);
        Assert.Equal("1.5.1", Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.PassAfter(Day.TotalSeconds).Changes)).Plugin.Manifest.Version);
    }

    [Fact]
    public void Going_back_to_what_is_used_ends_the_wait_and_a_removed_folder_does_not_start_over()
    {
        Drop("1.4.0");
        Assert.Null(_folder.Settle().Entries[0].Update);

        Directory.Delete(_folder.PathOf("Minutes"), recursive: true);
        _folder.Pass();
        Drop("1.5.0");
        var entry = _folder.Settle().Entries[0];
        Assert.Equal(("1.4.0", "1.5.0"), (entry.Plugin!.Manifest.Version, entry.Update!.Version));
        Assert.Empty(_folder.PassAfter((3 * Day).TotalSeconds - 1).Changes);
    }

    [Fact]
    public void The_operator_can_take_exactly_this_update_at_once()
    {
        var content = PendingContent();
        OrdersDesk.Change(_folder.TrustFolder, orders => orders with { Accepted = [new Acceptance { Id = "org.example.minutes", Content = content }] });
        Assert.Equal("1.5.0", Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.Pass().Changes)).Plugin.Manifest.Version);

        Drop("1.6.0");
        Assert.Equal("1.6.0", _folder.Settle().Entries[0].Update!.Version);
    }

    private string PendingContent() =>
        (string)System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.TrustFolder, KnownPlugins.FileName)))!["plugins"]![0]!["waiting"]!["content"]!;

    private void Drop(string version)
    {
        _folder.Drop("Minutes", json => json["version"] = version);
        _folder.Write("Minutes/Minutes.dll", $"assembly {version}");
    }
}
