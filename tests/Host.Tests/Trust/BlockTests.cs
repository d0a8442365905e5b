using System.Text;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

public sealed class BlockTests : IDisposable
{
    private const string Id = "org.example.minutes";
    private readonly PluginFolder _folder = new();

    public BlockTests() => _folder.Drop("Minutes");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_blocked_plugin_is_gone_at_once_with_the_reason_and_comes_back_when_it_is_unblocked()
    {
        var plugin = _folder.Settle().Entries[0].Plugin!;

        Block(Id, "It sends chats elsewhere.");
        var pass = _folder.Pass();

        Assert.Equal(new CatalogChange.Blocked(plugin, "It sends chats elsewhere."), Assert.Single(pass.Changes));
        var view = pass.Entries[0].ToView();
        Assert.Equal(("blocked", "It sends chats elsewhere."), (view.State, view.StateReason));
        Assert.Null(pass.Entries[0].Plugin);

        OrdersDesk.Change(_folder.TrustFolder, orders => orders with { Blocked = [] });
        Assert.Equal(plugin, Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.Pass().Changes)).Plugin);
    }

    [Fact]
    public void A_block_holds_across_restarts_and_for_every_later_version()
    {
        Block(Id, null);
        _folder.Restart();
        Assert.Equal(CatalogState.Blocked, _folder.Settle().Entries[0].State);

        _folder.Drop("Minutes", json => json["version"] = "2.0.0");
        var pass = _folder.Settle();

        Assert.Empty(pass.Changes);
        Assert.Equal(CatalogState.Blocked, pass.Entries[0].State);
    }

    [Fact]
    public void A_block_that_arrives_while_the_folder_settles_leaves_no_moment_in_which_it_could_be_added()
    {
        _folder.Pass();
        Block(Id, null);

        var pass = _folder.PassAfter(0.6);

        Assert.Empty(pass.Changes);
        Assert.Equal(CatalogState.Blocked, pass.Entries[0].State);
    }

    [Fact]
    public void A_plugin_that_is_not_here_can_be_blocked_before_it_comes()
    {
        Block("org.example.other", null);
        Assert.Equal(CatalogState.Ready, _folder.Settle().Entries[0].State);

        _folder.Drop("Other", json => json["id"] = "org.example.other");

        Assert.Equal([CatalogState.Ready, CatalogState.Blocked], _folder.Settle().Entries.Select(entry => entry.State));
    }

    [Fact]
    public void The_policy_blocks_as_well()
    {
        _folder.Policy = TrustPolicyReader.Read(
            Encoding.UTF8.GetBytes($$"""{ "blocked": [ { "id": "{{Id}}", "reason": "Not here." } ] }"""), "policy.json", true, out _)!;
        _folder.Restart();

        Assert.Equal("Not here.", _folder.Settle().Entries[0].ToView().StateReason);
    }

    [Fact]
    public void A_second_folder_of_a_blocked_id_does_not_slip_in()
    {
        Block(Id, null);
        _folder.Settle();
        _folder.Drop("Again");

        Assert.All(_folder.Settle().Entries, entry => Assert.Null(entry.Plugin));
    }

    [Theory]
    [InlineData("{ \"blocked\": [")]
    [InlineData("{ \"blocked\": [ { \"id\": \"Not an id\" } ] }")]
    public void Damaged_orders_start_no_host_and_change_nothing_in_one_that_runs(string text)
    {
        Block(Id, null);
        Assert.Equal(CatalogState.Blocked, _folder.Settle().Entries[0].State);

        File.WriteAllText(Path.Combine(_folder.TrustFolder, OperatorOrders.FileName), text);

        Assert.Equal(CatalogState.Blocked, _folder.Pass().Entries[0].State);
        Assert.Contains("says what is blocked on this host and cannot be read", Assert.Throws<StartupException>(_folder.Restart).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Block(Id, null));
    }

    private void Block(string id, string? reason) =>
        OrdersDesk.Change(_folder.TrustFolder, orders => orders with { Blocked = [.. orders.Blocked, new PluginBlock { Id = id, Reason = reason }] });
}
