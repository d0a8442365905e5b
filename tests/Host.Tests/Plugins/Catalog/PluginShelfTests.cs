using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Tests.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Catalog;

public sealed class PluginShelfTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_installed_once_nothing_was_written_for_600_ms()
    {
        _folder.Drop("Minutes");

        var first = _folder.Pass();
        Assert.Equal(CatalogState.Settling, Assert.Single(first.Entries).State);
        Assert.Equal(TimeSpan.FromMilliseconds(600), first.NextLook);
        Assert.Empty(_folder.PassAfter(0.59).Changes);
        var installed = Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.PassAfter(0.01).Changes));

        Assert.Equal("org.example.minutes", installed.Plugin.Manifest.Id);
        Assert.Null(installed.Replaces);
        Assert.Null(_folder.PassAfter(10).NextLook);
    }

    [Fact]
    public void A_write_starts_the_quiet_time_anew()
    {
        _folder.Drop("Minutes");
        _folder.Pass();
        _folder.PassAfter(0.5);
        _folder.Write("Minutes/ui/late.js", "1");

        Assert.Equal(CatalogState.Settling, _folder.PassAfter(0.4).Entries[0].State);
        Assert.Equal(CatalogState.Ready, _folder.PassAfter(0.6).Entries[0].State);
    }

    [Fact]
    public void What_was_checked_is_what_stays_whatever_happens_to_the_folder()
    {
        _folder.Drop("Minutes");
        var plugin = _folder.Settle().Entries[0].Plugin!;
        _folder.Write("Minutes/Minutes.dll", "something else");

        Assert.Equal("assembly", File.ReadAllText(Path.Combine(plugin.Directory, "Minutes.dll")));
        Assert.Equal(Path.Combine(_folder.Snapshots, "org.example.minutes", plugin.ContentHash), plugin.Directory);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"manifestVersion\": 1, \"id\": \"org.exa")]
    public void A_half_copied_manifest_is_not_called_broken_for_three_seconds(string text)
    {
        _folder.Drop("Minutes");
        _folder.Write("Minutes/plugin.json", text);
        _folder.Pass();

        Assert.Equal(CatalogState.Settling, _folder.PassAfter(0.6).Entries[0].State);
        Assert.Equal(CatalogState.Settling, _folder.PassAfter(2.3).Entries[0].State);
        var decided = _folder.PassAfter(0.1);
        Assert.Equal(CatalogState.Broken, decided.Entries[0].State);
        Assert.NotEmpty(decided.Entries[0].Errors);
    }

    [Fact]
    public void A_folder_copied_with_pauses_becomes_a_plugin_without_ever_being_broken()
    {
        var states = new List<CatalogState>();
        _folder.Write("Minutes/PRIVACY.md", "Keeps nothing.");
        Record(_folder.Pass());
        _folder.Write("Minutes/plugin.json", SampleManifest.Text);
        Record(_folder.PassAfter(2.5));
        _folder.Write("Minutes/Minutes.dll", "asse");
        Record(_folder.PassAfter(2.5));
        _folder.Write("Minutes/Minutes.dll", "assembly");
        _folder.Write("Minutes/ui/index.html", "<!doctype html><html><head><title>M</title></head><body></body></html>");
        Record(_folder.PassAfter(2.5));
        Record(_folder.PassAfter(0.6));

        Assert.Equal([CatalogState.Settling, CatalogState.Settling, CatalogState.Settling, CatalogState.Settling, CatalogState.Ready], states);

        void Record(ShelfPass pass) => states.Add(pass.Entries[0].State);
    }

    [Fact]
    public void What_no_copy_explains_is_broken_at_once()
    {
        _folder.Drop("Minutes", json => SampleManifest.Set(json, "/ui/0/slot", "\"basement\""));

        var entry = _folder.Settle().Entries[0];
        Assert.Equal((CatalogState.Broken, "org.example.minutes"), (entry.State, entry.Id));
        Assert.Equal("/ui/0/slot", Assert.Single(entry.Errors).Pointer);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_broken_in_the_end() =>
        Assert.Contains("no plugin.json", BrokenMessage(() => _folder.Write("Empty/readme.txt", "x")), StringComparison.Ordinal);

    [Fact]
    public void Folders_with_a_dot_and_files_are_no_plugins()
    {
        _folder.Drop(".git");
        _folder.Write("plugin.json", SampleManifest.Text);

        Assert.Empty(_folder.SettleLong().Entries);
    }

    [Fact]
    public void A_broken_folder_does_not_disturb_the_others()
    {
        _folder.Write("Broken/plugin.json", "{]");
        _folder.Drop("Minutes");

        Assert.Equal([CatalogState.Broken, CatalogState.Ready], _folder.Settle().Entries.Select(entry => entry.State));
    }

    [Fact]
    public void A_changed_folder_replaces_its_plugin()
    {
        _folder.Drop("Minutes");
        var old = _folder.Settle().Entries[0].Plugin;
        _folder.Drop("Minutes", json => SampleManifest.Set(json, "/version", "\"1.5.0\""));

        var change = Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.Settle().Changes));
        Assert.Equal(("1.5.0", old), (change.Plugin.Manifest.Version, change.Replaces));
    }

    [Fact]
    public void While_the_changed_version_is_broken_the_old_one_runs_on()
    {
        _folder.Drop("Minutes");
        var old = _folder.Settle().Entries[0].Plugin;
        _folder.Write("Minutes/plugin.json", "{]");

        var pass = _folder.Settle();
        Assert.Empty(pass.Changes);
        Assert.Equal((CatalogState.Ready, old), (pass.Entries[0].State, pass.Entries[0].Plugin));
        Assert.Single(pass.Entries[0].Errors);

        _folder.Drop("Minutes");
        Assert.Empty(_folder.Settle().Entries[0].Errors);
    }

    [Fact]
    public void Written_again_with_the_same_content_nothing_changes()
    {
        _folder.Drop("Minutes");
        _folder.Settle();
        File.SetLastWriteTimeUtc(_folder.PathOf("Minutes/Minutes.dll"), DateTime.UnixEpoch);

        Assert.Empty(_folder.Settle().Changes);
    }

    [Fact]
    public void A_deleted_folder_is_unloaded()
    {
        _folder.Drop("Minutes");
        var plugin = _folder.Settle().Entries[0].Plugin!;
        Directory.Delete(_folder.PathOf("Minutes"), recursive: true);

        var pass = _folder.Pass();
        Assert.Equal(plugin, Assert.IsType<CatalogChange.Removed>(Assert.Single(pass.Changes)).Plugin);
        Assert.Empty(pass.Entries);
    }

    [Fact]
    public void A_renamed_folder_is_the_plugin_again()
    {
        _folder.Drop("Minutes");
        _folder.Settle();
        Directory.Move(_folder.PathOf("Minutes"), _folder.PathOf("Protocol"));

        Assert.IsType<CatalogChange.Removed>(Assert.Single(_folder.Pass().Changes));
        Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.PassAfter(0.6).Changes));
    }

    [Fact]
    public void The_second_folder_with_an_id_is_told_which_has_it()
    {
        _folder.Drop("A");
        _folder.Drop("B");

        var entries = _folder.Settle().Entries;
        Assert.Equal([CatalogState.Ready, CatalogState.Broken], entries.Select(entry => entry.State));
        Assert.Equal(("/id", true), (entries[1].Errors[0].Pointer, entries[1].Errors[0].Message.Contains("'A'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void When_the_first_folder_with_an_id_goes_the_second_takes_its_place(string first, string second)
    {
        _folder.Drop(first);
        _folder.Settle();
        _folder.Drop(second);
        Assert.Equal(CatalogState.Broken, _folder.Settle().Entries.Single(entry => entry.Folder == second).State);
        Directory.Delete(_folder.PathOf(first), recursive: true);

        _folder.Pass();
        Assert.Equal(CatalogState.Ready, Assert.Single(_folder.PassAfter(0).Entries).State);
    }

    [Fact]
    public void A_plugin_that_changes_its_id_is_another_plugin()
    {
        _folder.Drop("Minutes");
        _folder.Settle();
        _folder.Drop("Minutes", json => SampleManifest.Set(json, "/id", "\"org.example.hours\""));

        var changes = _folder.Settle().Changes;
        Assert.Equal("org.example.minutes", Assert.IsType<CatalogChange.Removed>(changes[0]).Plugin.Manifest.Id);
        Assert.Equal("org.example.hours", Assert.IsType<CatalogChange.Installed>(changes[1]).Plugin.Manifest.Id);
    }

    [Fact]
    public void The_plugins_folder_itself_may_go_and_come_back()
    {
        _folder.Drop("Minutes");
        _folder.Settle();
        Directory.Delete(_folder.Root, recursive: true);
        Assert.IsType<CatalogChange.Removed>(Assert.Single(_folder.Pass().Changes));
        _folder.Drop("Minutes");

        Assert.IsType<CatalogChange.Installed>(Assert.Single(_folder.Settle().Changes));
    }

    [Theory]
    [InlineData("Minutes/link.txt", "/etc/hostname")]
    [InlineData("Minutes/ui/assets", "/etc")]
    [InlineData("Minutes/loop", ".")]
    public void A_symbolic_link_anywhere_in_the_folder_is_refused(string link, string target)
    {
        var message = BrokenMessage(() =>
        {
            _folder.Drop("Minutes");
            File.CreateSymbolicLink(_folder.PathOf(link), target);
        });

        Assert.Contains("symbolic link", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Snapshots, "org.example.minutes")));
    }

    [Fact]
    public void A_manifest_that_is_a_link_is_not_followed() =>
        Assert.Contains("symbolic link", BrokenMessage(() =>
        {
            _folder.Drop("Minutes");
            File.Delete(_folder.PathOf("Minutes/plugin.json"));
            File.CreateSymbolicLink(_folder.PathOf("Minutes/plugin.json"), "/etc/hostname");
        }), StringComparison.Ordinal);

    [Fact]
    public void A_folder_of_too_many_files_is_refused() =>
        Assert.Contains("more than 2000 files", BrokenMessage(() =>
        {
            _folder.Drop("Minutes");
            for (var i = 0; i < 2000; i++)
                _folder.Write($"Minutes/f{i}", "");
        }), StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_is_too_large_is_refused() =>
        Assert.Contains("more than 64 MB", BrokenMessage(() =>
        {
            _folder.Drop("Minutes");
            using var sparse = File.Create(_folder.PathOf("Minutes/model.bin"));
            sparse.SetLength(FolderListing.MaxBytes);
        }), StringComparison.Ordinal);

    [Fact]
    public void A_ten_megabyte_manifest_is_refused() =>
        Assert.Contains("larger than 256 KiB", BrokenMessage(() => _folder.Write("Huge/plugin.json", new string(' ', 10 << 20))), StringComparison.Ordinal);

    [Fact]
    public void A_folder_nested_too_deep_is_refused() =>
        Assert.Contains("nested", BrokenMessage(() => Directory.CreateDirectory(_folder.PathOf("Deep/" + string.Join('/', Enumerable.Repeat("d", 200))))), StringComparison.Ordinal);

    [Fact]
    public void A_script_on_a_machine_without_the_library_waits_for_it_and_recovers()
    {
        _folder.Missing[ServerRuntime.Javascript] = "needs a library";
        _folder.Drop("Minutes", json =>
        {
            SampleManifest.Set(json, "/server/runtime", "\"javascript\"");
            SampleManifest.Set(json, "/server/entry", "\"ui/main.js\"");
        });
        _folder.Write("Minutes/ui/main.js", "");

        var waiting = Assert.Single(_folder.Settle().Entries);
        Assert.Equal((CatalogState.Broken, "/server/runtime: needs a library"), (waiting.State, Assert.Single(waiting.Errors).ToString()));
        Assert.Null(_folder.PassAfter(5).NextLook);

        _folder.Missing.Clear();
        Assert.Equal(CatalogState.Ready, Assert.Single(_folder.PassAfter(5).Entries).State);
    }

    [Fact]
    public void A_library_that_a_script_would_need_is_none_of_an_assemblys_business()
    {
        _folder.Missing[ServerRuntime.Javascript] = "needs a library";
        _folder.Drop("Minutes");

        Assert.Equal(CatalogState.Ready, Assert.Single(_folder.Settle().Entries).State);
    }

    private string BrokenMessage(Action drop)
    {
        drop();
        var entry = Assert.Single(_folder.SettleLong().Entries);
        Assert.Equal(CatalogState.Broken, entry.State);
        return entry.Errors[0].Message;
    }
}
