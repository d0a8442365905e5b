using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using PluginRoom.Host.Trust.Signing;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

/// <summary>Which folders are taken: on first use, by the policy, by the operator's word.</summary>
public sealed class TrustRulesTests : IDisposable
{
    private const string Id = "org.example.minutes";
    private readonly PluginFolder _folder = new();
    private readonly Publisher _publisher = new();
    private readonly Publisher _stranger = new();

    private string Minutes => _folder.PathOf("Minutes");

    public void Dispose()
    {
        _folder.Dispose();
        _publisher.Dispose();
        _stranger.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_plugin_that_was_signed_once_is_not_replaced_by_another_key_or_none_not_even_after_a_restart(bool restarts)
    {
        Drop("1.4.0", _publisher);
        var old = _folder.Settle().Entries[0].Plugin!;
        Drop("1.5.0", _stranger);
        Assert.Single(_folder.Settle().Entries[0].Errors);
        if (restarts)
            _folder.Restart();

        Refused(old, $"with the key {PublisherKey.Shorten(_publisher.Id)} when this host took it, and now it is signed with the key {PublisherKey.Shorten(_stranger.Id)}", $"accept {Id} --key {_stranger.Id}");
        File.Delete(Path.Combine(Minutes, PluginSignature.FileName));
        Refused(old, "and now it is unsigned", $"accept {Id} --key unsigned");

        Drop("1.6.0", _publisher);
        Assert.Equal("1.6.0", _folder.Settle().Entries[0].Plugin!.Manifest.Version);
    }

    [Fact]
    public void Replaced_by_another_key_while_the_host_was_down_it_cannot_be_used()
    {
        Drop("1.4.0", _publisher);
        _folder.Settle();
        Drop("1.5.0", _stranger);
        _folder.Restart();

        var entry = _folder.Settle().Entries[0];

        Assert.Equal((CatalogState.Broken, null), (entry.State, entry.Plugin));
        Assert.Contains("now it is signed with the key", Assert.Single(entry.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_operator_accepts_takes_the_place_of_the_one_before()
    {
        Drop("1.4.0", _publisher);
        _folder.Settle();
        Drop("1.5.0", _stranger);
        Assert.NotEmpty(_folder.Settle().Entries[0].Errors);

        Order(orders => orders with { Accepted = [new Acceptance { Id = Id, Key = _stranger.Id }] });
        Assert.Equal(_stranger.Id, _folder.Pass().Entries[0].Plugin!.Signer);

        Drop("1.6.0", _publisher);
        Assert.Contains(_folder.Settle().Entries[0].Errors, error => error.Message.StartsWith("The operator accepted it with the key", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unsigned_plugin_that_its_publisher_signs_is_taken_and_stays_signed()
    {
        Drop("1.4.0", null);
        Assert.Equal("unsigned: nobody vouches for its files", _folder.Settle().Entries[0].ToView().Trust);
        Drop("1.4.0", _publisher);
        Assert.Equal(_publisher.Id, _folder.Settle().Entries[0].Plugin!.Signer);
        File.Delete(Path.Combine(Minutes, PluginSignature.FileName));

        Assert.Contains("now it is unsigned", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_unsigned_plugins_are_refused_the_error_says_what_to_do_and_what_was_built_with_the_host_is_taken()
    {
        Drop("1.4.0", null);
        _folder.Bundled = Built(PluginFolderDigest.Read(Minutes).Digest);
        _folder.Policy = Policy("""{ "unsigned": "refuse" }""");
        _folder.Restart();
        Assert.Equal("part of PluginRoom, as it was built with this host", _folder.Settle().Entries[0].ToView().Trust);

        _folder.Write("Minutes/Minutes.dll", "changed by hand");
        Assert.Contains("Nobody has signed it", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);

        _stranger.Sign(Minutes);
        Assert.Contains("A plugin of this id comes with this host, and this one is signed", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pinned_plugin_is_taken_from_the_keys_of_the_policy_only()
    {
        _folder.Policy = Policy($$"""{ "publishers": [ { "plugins": "org.example.*", "keys": [ "{{_publisher.Id}}" ], "name": "Example e.V." } ] }""");
        _folder.Restart();

        Drop("1.4.0", _stranger);
        Assert.Contains("takes org.example.* only with a signature of Example e.V., and this is signed with the key", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);
        Drop("1.4.0", null);
        Assert.Contains("and this is unsigned", Assert.Single(_folder.SettleLong().Entries[0].Errors).Message, StringComparison.Ordinal);
        Drop("1.4.0", _publisher);
        Assert.Equal("signed by Example e.V., whom this host's operator knows", _folder.SettleLong().Entries[0].ToView().Trust);
    }

    [Fact]
    public void The_pin_that_states_most_of_an_id_holds()
    {
        var policy = Policy($$"""
            { "publishers": [
              { "plugins": "*", "keys": [ "{{new string('a', 64)}}" ] },
              { "plugins": "org.example.*", "keys": [ "{{new string('b', 64)}}" ] },
              { "plugins": "org.example.minutes", "keys": [ "{{new string('c', 64)}}" ] } ] }
            """);

        Assert.Equal('c', policy.PinFor("org.example.minutes")!.Keys[0][0]);
        Assert.Equal('b', policy.PinFor("org.example.minutes-pro")!.Keys[0][0]);
        Assert.Equal('a', policy.PinFor("org.examples.minutes")!.Keys[0][0]);
    }

    [Fact]
    public void What_this_host_took_cannot_be_forgotten_by_a_damaged_record()
    {
        Drop("1.4.0", _publisher);
        _folder.Settle();
        File.WriteAllText(Path.Combine(_folder.TrustFolder, KnownPlugins.FileName), "{ \"plugins\": [ { \"id\": 1 } ] }");

        var refusal = Assert.Throws<Host.Settings.StartupException>(_folder.Restart);

        Assert.Contains("/plugins/0/id", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Put it back from a backup", refusal.Message, StringComparison.Ordinal);
    }

    private void Refused(InstalledPlugin runsOn, params string[] words)
    {
        var entry = _folder.SettleLong().Entries[0];
        Assert.Equal((runsOn.ContentHash, CatalogState.Ready), (entry.Plugin!.ContentHash, entry.State));
        Assert.Equal("assembly", File.ReadAllText(Path.Combine(entry.Plugin.Directory, "Minutes.dll")));
        Assert.All(words, word => Assert.Contains(word, Assert.Single(entry.Errors).Message, StringComparison.Ordinal));
    }

    private void Drop(string version, Publisher? publisher)
    {
        Directory.CreateDirectory(Minutes);
        File.Delete(Path.Combine(Minutes, PluginSignature.FileName));
        _folder.Drop("Minutes", json => json["version"] = version);
        publisher?.Sign(Minutes);
    }

    private void Order(Func<OperatorOrders, OperatorOrders> change) => OrdersDesk.Change(_folder.TrustFolder, change);

    private static TrustPolicy Policy(string text) =>
        TrustPolicyReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "policy.json", loopbackOnly: true, out var errors)
        ?? throw new InvalidOperationException(string.Join(" | ", errors));

    private BundledPlugins Built(string digest)
    {
        var list = Path.Combine(_folder.TrustFolder, BundledPlugins.FileName);
        File.WriteAllText(list, $$"""{ "plugins": [ { "id": "{{Id}}", "digest": "{{digest}}" } ] }""");
        return BundledPlugins.Read(list);
    }
}
