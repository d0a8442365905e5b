using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

public sealed class SnapshotTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_replaced_snapshot_goes_with_its_last_hold()
    {
        _folder.Drop("Minutes");
        var old = _folder.Settle().Entries[0].Plugin!;
        var (first, second) = (old.Hold()!, old.Hold()!);
        _folder.Drop("Minutes", json => SampleManifest.Set(json, "/version", "\"1.5.0\""));
        _folder.Settle();

        first.Dispose();
        first.Dispose();
        Assert.True(Directory.Exists(old.Directory));
        second.Dispose();
        Assert.False(Directory.Exists(old.Directory));
    }

    [Fact]
    public void A_snapshot_in_the_catalog_stays_without_holds()
    {
        _folder.Drop("Minutes");
        var plugin = _folder.Settle().Entries[0].Plugin!;
        plugin.Hold()!.Dispose();

        Assert.True(Directory.Exists(plugin.Directory));
    }

    [Fact]
    public void Content_that_comes_back_while_an_old_room_holds_it_is_kept()
    {
        _folder.Drop("Minutes");
        var plugin = _folder.Settle().Entries[0].Plugin!;
        using (plugin.Hold())
        {
            Directory.Delete(_folder.PathOf("Minutes"), recursive: true);
            _folder.Pass();
            _folder.Drop("Minutes");
            _folder.Settle();
        }

        Assert.True(Directory.Exists(plugin.Directory));
    }

    [Fact]
    public void What_an_earlier_run_left_is_cleared()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Snapshots, "org.example.old", "hash"));
        new SnapshotStore(_folder.Snapshots).Clear((_, _) => false);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Snapshots));
    }

    [Fact]
    public void Nothing_half_copied_is_left_beside_the_snapshots()
    {
        _folder.Drop("Minutes");
        _folder.Settle();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Snapshots, ".incoming")));
    }

    [Fact]
    public void A_named_pipe_does_not_stop_the_catalog()
    {
        _folder.Drop("Minutes");
        using (var mkfifo = Process.Start(new ProcessStartInfo("mkfifo", [_folder.PathOf("Minutes/pipe")])))
            mkfifo!.WaitForExit();

        // Opening a pipe that nobody writes to would block here for good; it is taken for the empty file that it looks like.
        Assert.Equal(CatalogState.Ready, _folder.Settle().Entries[0].State);
    }

    [Fact]
    public void A_folder_with_the_right_integrity_is_installed()
    {
        _folder.Drop("Minutes");
        var integrity = IntegrityBySpecification(SampleManifest.Changed(null));
        _folder.Drop("Minutes", json => json["integrity"] = integrity);

        Assert.Equal(CatalogState.Ready, _folder.Settle().Entries[0].State);
    }

    [Fact]
    public void A_changed_file_breaks_the_integrity()
    {
        _folder.Drop("Minutes");
        var integrity = IntegrityBySpecification(SampleManifest.Changed(null));
        _folder.Drop("Minutes", json => json["integrity"] = integrity);
        _folder.Write("Minutes/Minutes.dll", "tampered");

        var entry = _folder.SettleLong().Entries[0];
        Assert.Equal((CatalogState.Broken, "/integrity"), (entry.State, Assert.Single(entry.Errors).Pointer));
    }

    // Written a second time from docs/manifest.md, with compact JSON as the manifest text.
    private string IntegrityBySpecification(string compactManifest)
    {
        string[] paths = ["Minutes.dll", "PRIVACY.md", "plugin.json", "ui/index.html"];
        var lines = paths.Select(path => $"{path} {Hex(path == "plugin.json" ? Encoding.UTF8.GetBytes(compactManifest) : File.ReadAllBytes(_folder.PathOf($"Minutes/{path}")))}\n");
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));

        static string Hex(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
