using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Catalog;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using Xunit;

namespace PluginRoom.Host.Tests.Commands;

public sealed class TrustVerbTests : IDisposable
{
    private const string Id = "org.example.minutes";
    private readonly PluginFolder _folder = new();

    public TrustVerbTests() => _folder.Drop("Minutes");

    private string Minutes => _folder.PathOf("Minutes");

    private string KeyPath => Path.Combine(_folder.Snapshots, "key.pem");

    private string Data => Path.GetDirectoryName(_folder.TrustFolder)!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_made_a_folder_signed_and_verified_and_the_host_takes_it()
    {
        var made = await CommandRun.Of("keygen", "--out", KeyPath);
        var id = made.Lines[2].Split(' ')[^1];
        Assert.Equal(0, made.ExitCode);
        Assert.Equal((1, "org.example.minutes 1.4.0 is unsigned: there is no plugin.sig in the folder."), Short(await CommandRun.Of("verify", Minutes)));

        Assert.Equal((0, $"org.example.minutes 1.4.0 is signed with the key {id}"), Short(await CommandRun.Of("sign", Minutes, "--key", KeyPath)));

        foreach (var key in (string[][])[[], ["--key", id], ["--key", KeyPath + ".pub"]])
            Assert.Equal((0, $"org.example.minutes 1.4.0 is as it was signed with the key {id}"), Short(await CommandRun.Of(["verify", Minutes, .. key])));
        Assert.Equal(id, _folder.Settle().Entries[0].Plugin!.Signer);
    }

    [Fact]
    public async Task What_does_not_verify_says_why_and_ends_with_1()
    {
        await CommandRun.Of("keygen", "--out", KeyPath);
        await CommandRun.Of("sign", Minutes, "--key", KeyPath);
        var other = new string('a', 64);

        Assert.Contains("with another key", Short(await CommandRun.Of("verify", Minutes, "--key", other)).Line, StringComparison.Ordinal);
        _folder.Write("Minutes/ui/late.js", "1");
        var (exit, line) = Short(await CommandRun.Of("verify", Minutes));

        Assert.Equal(1, exit);
        Assert.StartsWith("plugin.sig at /digest: The folder's files give", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_key_signs_with_its_passphrase()
    {
        var passphrase = Path.Combine(_folder.Snapshots, "passphrase");
        await File.WriteAllTextAsync(passphrase, "correct horse\nsecond line", TestContext.Current.CancellationToken);
        await CommandRun.Of("keygen", "--out", KeyPath, "--passphrase-file", passphrase);

        Assert.Equal(2, (await CommandRun.Of("sign", Minutes, "--key", KeyPath)).ExitCode);
        Assert.Equal(0, (await CommandRun.Of("sign", Minutes, "--key", KeyPath, "--passphrase-file", passphrase)).ExitCode);
    }

    [Theory]
    [InlineData("Others than its owner can read", "sign", "DIR", "--key", "DIR/plugin.json")]
    [InlineData("cannot be read", "sign", "DIR", "--key", "DIR/none.pem")]
    [InlineData("no plugin.json", "verify", "DIR/ui")]
    [InlineData("neither a key id", "verify", "DIR", "--key", "abc")]
    [InlineData("no public key", "verify", "DIR", "--key", "DIR/PRIVACY.md")]
    [InlineData("no data folder", "block", Id, "--data", "DIR/none")]
    [InlineData("must be a plugin's id", "block", "Not an id", "--data", "DATA")]
    [InlineData("must not be empty", "block", Id, "--reason", "", "--data", "DATA")]
    [InlineData("Say what is accepted", "accept", Id, "--data", "DATA")]
    [InlineData("must be unsigned or the id of a key", "accept", Id, "--key", "mine", "--data", "DATA")]
    public async Task Wrong_use_says_what_to_do_and_ends_with_2(string words, params string[] args)
    {
        var run = await CommandRun.Of([.. args.Select(arg => arg.Replace("DIR", Minutes, StringComparison.Ordinal).Replace("DATA", Data, StringComparison.Ordinal))]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.TrustFolder, OperatorOrders.FileName)));
    }

    [Fact]
    public async Task A_broken_plugin_is_not_signed_and_all_of_its_errors_are_told()
    {
        await CommandRun.Of("keygen", "--out", KeyPath);
        _folder.Drop("Minutes", json =>
        {
            json["version"] = "one";
            json.Remove("publisher");
        });

        var run = await CommandRun.Of("sign", Minutes, "--key", KeyPath);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/version", run.Error, StringComparison.Ordinal);
        Assert.Contains("/publisher", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Block_and_unblock_reach_a_host_that_runs_and_say_what_they_did()
    {
        _folder.Settle();

        Assert.Equal(0, (await CommandRun.Of("block", Id, "--reason", "It leaks.", "--data", Data)).ExitCode);
        Assert.Equal(("blocked", "It leaks."), (_folder.Pass().Entries[0].StateName, _folder.Pass().Entries[0].ToView().StateReason));
        Assert.Equal(0, (await CommandRun.Of("block", Id, "--data", Data)).ExitCode);
        Assert.Null(_folder.Pass().Entries[0].ToView().StateReason);

        Assert.Equal(0, (await CommandRun.Of("unblock", Id, "--data", Data)).ExitCode);
        Assert.Equal(CatalogState.Ready, _folder.Pass().Entries[0].State);
        Assert.Contains("was not blocked", Short(await CommandRun.Of("unblock", Id, "--data", Data)).Line, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.Of("unblock", Id, "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task Accept_takes_the_update_that_waits_and_none_other()
    {
        _folder.Policy = TrustPolicyReader.Read("""{ "coolDown": "P3D" }"""u8.ToArray(), "policy.json", true, out _)!;
        _folder.Restart();
        _folder.Settle();
        Assert.Equal(1, (await CommandRun.Of("accept", Id, "--now", "--data", Data)).ExitCode);
        _folder.Drop("Minutes", json => json["version"] = "1.5.0");
        Assert.NotNull(_folder.Settle().Entries[0].Update);

        Assert.Equal(0, (await CommandRun.Of("accept", Id, "--now", "--data", Data)).ExitCode);

        Assert.Equal("1.5.0", _folder.Pass().Entries[0].Plugin!.Manifest.Version);
    }

    private static (int ExitCode, string Line) Short(CommandRun run) => (run.ExitCode, Assert.Single(run.Lines));
}
