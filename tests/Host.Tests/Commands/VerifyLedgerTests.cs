using System.Text.Json.Nodes;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Commands;

public sealed class VerifyLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-verify-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_good_file_is_told_with_what_it_shows_and_its_last_hash()
    {
        var saved = Saved(6);

        var run = await Verify(Write(saved));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith(": good", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Entries 1 to 6", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("3 in full, 1 without why they were blocked, 2 of others", run.Lines[2], StringComparison.Ordinal);
        Assert.Contains((string)saved["head"]!, run.Lines[3], StringComparison.Ordinal);
        Assert.Contains("compare it", run.Lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_begins_late_or_holds_nothing_is_good_as_well()
    {
        Assert.Contains("Entries 3 to 6", (await Verify(Write(Saved(6, first: 3)))).Output, StringComparison.Ordinal);
        Assert.Contains("It holds no entry", (await Verify(Write(Saved(0)))).Output, StringComparison.Ordinal);
    }

    // Entries 1, 3 and 5 are shown in full, 4 is veiled, 2 and 6 are others'.
    [Theory]
    [InlineData(3, "bytes", "Entry 3 was changed: it is not what the room wrote down.")]
    [InlineData(5, "at", "Entry 5 was changed")]
    [InlineData(1, "count", "Entry 1 was changed")]
    public async Task A_changed_entry_is_named(int sequence, string member, string problem)
    {
        var saved = Saved(6);
        Entry(saved, sequence)[member] = 4242;

        var run = await Verify(Write(saved));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Lines.Length);
        Assert.EndsWith(": not good", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains(problem, run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_entry_whose_digest_was_taken_anew_no_longer_follows()
    {
        var saved = Saved(6);
        var entry = Entry(saved, 3);
        entry["bytes"] = 4242;
        var record = new LedgerRecord(
            3, (long)entry["at"]!, (string)entry["pluginId"]!, (string)entry["capability"]!, (string)entry["category"]!, (string)entry["sink"]!,
            (string)entry["verdict"]!, (long)entry["count"]!, 4242, null);
        entry["digest"] = Convert.ToHexStringLower(LedgerChain.Digest(record, (string)entry["salt"]!));

        await AssertProblem(saved, "Entry 3 does not follow on the one before it");
    }

    [Fact]
    public async Task All_changed_entries_are_named_at_once()
    {
        var saved = Saved(6);
        (Entry(saved, 1)["sink"], Entry(saved, 5)["sink"]) = ("room", "room");

        var run = await Verify(Write(saved));

        Assert.Equal(["Entry 1 was", "Entry 5 was"], run.Lines[1..].Select(line => line.Trim()[..11]));
    }

    [Theory]
    [InlineData("removed", "Entry 3 is missing: after 2 comes 4.")]
    [InlineData("shortened", "Entries are missing at the end: the file was saved up to entry 6 and stops after 4.")]
    [InlineData("doubled", "Entry 3 stands where entry 4 should be.")]
    [InlineData("link", "Entry 2 does not follow")]
    [InlineData("start", "Entry 1 does not begin a ledger")]
    [InlineData("hex", "Entry 2 has no digest and hash of 64 hex digits")]
    [InlineData("salt", "Entry 3 cannot be checked: its salt is missing.")]
    [InlineData("part", "Entry 3 is shown in part only.")]
    [InlineData("line break", "Entry 3 was changed: it holds a line break")]
    [InlineData("null", "One of its entries is null.")]
    [InlineData("first", "It does not say where the chain begins")]
    public async Task What_was_done_to_the_chain_is_told(string what, string problem)
    {
        var saved = Saved(6);
        var entries = saved["entries"]!.AsArray();
        switch (what)
        {
            case "removed": entries.RemoveAt(2); break;
            case "shortened": entries.RemoveAt(5); entries.RemoveAt(4); break;
            case "doubled": entries.Insert(3, entries[2]!.DeepClone()); break;
            case "link": entries[1]!["digest"] = new string('a', 64); break;
            case "start": saved["before"] = new string('a', 64); break;
            case "hex": entries[1]!["hash"] = "abc"; break;
            case "salt": entries[2]!["salt"] = null; break;
            case "part": entries[2]!["count"] = null; break;
            case "line break": entries[2]!["capability"] = "chat.read\nx"; break;
            case "null": entries[1] = null; break;
            default: saved["first"] = 0; break;
        }

        await AssertProblem(saved, problem);
    }

    [Theory]
    [InlineData("", "It is empty.")]
    [InlineData("  \n ", "It is empty.")]
    [InlineData("hello", "It is no JSON: see line 1")]
    [InlineData("{\n\"format\": oops }", "It is no JSON: see line 2")]
    [InlineData("\u0000\u0001\u0002", "It is no JSON")]
    [InlineData("7", "It is no")]
    [InlineData("[]", "its \"format\" is missing")]
    [InlineData("{}", "its \"format\" is missing")]
    [InlineData("""{ "format": 7 }""", "its \"format\" is missing")]
    [InlineData("""{ "entries": [{}], "format": "pluginroom-ledger-1" }""", "its \"format\" is \"pluginroom-ledger-1\"")]
    [InlineData("""{ "format": "pluginroom-ledger-2" }""", "It is no ledger that a page of PluginRoom saved: ")]
    [InlineData("""{ "format": "pluginroom-ledger-2", "more": 1 }""", "It is no ledger that a page of PluginRoom saved: ")]
    public async Task Whatever_else_it_is_is_told_in_one_line(string text, string problem)
    {
        var path = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        var run = await Verify(path);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains(problem, Assert.Single(run.Lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_says_so_wherever_it_was_cut()
    {
        var whole = Saved(3).ToJsonString();
        foreach (var length in new[] { 1, 20, whole.Length / 2, whole.Length - 1 })
        {
            var path = Path.Combine(_folder.FullName, $"cut-{length}");
            await File.WriteAllTextAsync(path, whole[..length], TestContext.Current.CancellationToken);
            Assert.Contains("It is cut off", (await Verify(path)).Lines[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_huge_file_is_refused_by_its_length()
    {
        var path = Path.Combine(_folder.FullName, "huge");
        await using (var file = File.Create(path))
            file.SetLength(1L << 40);

        var run = await Verify(path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("larger than 256 MiB", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_wrong_use()
    {
        var missing = await Verify(Path.Combine(_folder.FullName, "nowhere.json"));
        var folder = await Verify(_folder.FullName);

        Assert.Equal((2, 2), (missing.ExitCode, folder.ExitCode));
        Assert.Contains("nowhere.json cannot be read", missing.Error, StringComparison.Ordinal);
        Assert.Contains("it is a folder", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_one_room_agree_where_they_overlap()
    {
        var ledger = Ledger(6);

        var run = await Verify(Write(Saved(ledger, 1)), Write(Saved(ledger, 4)));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("They are of the same record: entries 4 to 6 are the same in both.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_made_up_as_a_whole_does_not_agree_with_another_persons()
    {
        var run = await Verify(Write(Saved(6)), Write(Saved(6)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("They differ from entry 1 on", run.Output, StringComparison.Ordinal);
    }

    private async Task AssertProblem(JsonObject saved, string problem)
    {
        var run = await Verify(Write(saved));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Lines[1], StringComparison.Ordinal);
    }

    private static Task<CommandRun> Verify(params string[] files) => CommandRun.Of(["verify-ledger", .. files]);

    private string Write(JsonObject saved)
    {
        var path = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        File.WriteAllText(path, saved.ToJsonString());
        return path;
    }

    private static JsonObject Entry(JsonObject saved, int sequence) => saved["entries"]![sequence - 1]!.AsObject();

    private static FlowLedger Ledger(int entries)
    {
        var ledger = new FlowLedger(TimeProvider.System);
        for (var i = 0; i < entries; i++)
            ledger.Append(new LedgerEntry
            {
                PluginId = "org.example", Capability = Capability.ChatRead, Verdict = Verdict.Forwarded, Bytes = i, Sink = SinkName.Parse($"sink:{i}"),
            });
        ledger.Seal();
        return ledger;
    }

    private static JsonObject Saved(int entries, int first = 1) => Saved(Ledger(entries), first);

    /// <summary>As a page saves it: every other entry is this person's, and of those each second one is veiled.</summary>
    private static JsonObject Saved(FlowLedger ledger, int first)
    {
        var entries = new JsonArray();
        for (var index = first - 1; index < ledger.SealedCount; index++)
        {
            var entry = new JsonObject { ["sequence"] = index + 1, ["digest"] = ledger.DigestOf(index), ["hash"] = ledger.HashOf(index) };
            if (index % 2 == 0 || index == 3)
                Show(entry, LedgerRecord.Of(ledger[index]), index == 3 ? null : ledger.SaltOf(index));
            entries.Add(entry);
        }

        return new JsonObject
        {
            ["format"] = "pluginroom-ledger-2", ["first"] = first, ["before"] = ledger.HashOf(first - 2), ["last"] = ledger.SealedCount,
            ["head"] = ledger.HashOf(ledger.SealedCount - 1), ["entries"] = entries,
        };
    }

    private static void Show(JsonObject entry, LedgerRecord record, string? salt)
    {
        (entry["at"], entry["pluginId"], entry["capability"], entry["category"]) = (record.At, record.PluginId, record.Capability, record.Category);
        (entry["sink"], entry["verdict"], entry["count"], entry["bytes"]) = (record.Sink, salt is null ? "blocked" : record.Verdict, record.Count, record.Bytes);
        (entry["words"], entry["salt"]) = (record.Words, salt);
    }
}
