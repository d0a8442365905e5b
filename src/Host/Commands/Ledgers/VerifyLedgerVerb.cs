using System.CommandLine;
using PluginRoom.Host.Ledger.Exported;

namespace PluginRoom.Host.Commands.Ledgers;

/// <summary><c>pluginroom verify-ledger FILE [OTHER]</c>: checks what a page saved under "who sees what".</summary>
internal sealed class VerifyLedgerVerb : HostVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "What a page saved under \"Who sees what\"." };

    private readonly Argument<string?> _other = new("OTHER")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The same from somebody else of the same room: are both of the same record?",
    };

    public VerifyLedgerVerb()
        : base("verify-ledger", "Check a saved ledger: whether anything in it was changed or taken out.")
    {
        Add(_file);
        Add(_other);
    }

    protected override async Task<int> RunAsync(ParseResult commandLine, TextWriter output, TextWriter error, CancellationToken stop)
    {
        string[] files = [commandLine.GetRequiredValue(_file), .. commandLine.GetValue(_other) is { } other ? [other] : Array.Empty<string>()];
        var good = new List<LedgerExport>();
        foreach (var file in files)
            if (await VerifyAsync(file, output) is { } export)
                good.Add(export);
        if (good.Count < files.Length)
            return ExitCode.NotGood;
        if (good is not [var one, var another])
        {
            await output.WriteLineAsync("A file can be made up as a whole. Whoever was in the room has the same last hash: compare it, or give their file as well.");
            return ExitCode.Good;
        }

        var (agree, words) = LedgerComparison.Of(one, another);
        await output.WriteLineAsync(words);
        return agree ? ExitCode.Good : ExitCode.NotGood;
    }

    /// <summary>Prints what came out. The export, where it is good.</summary>
    private static async Task<LedgerExport?> VerifyAsync(string file, TextWriter output)
    {
        var (export, problem) = Read(file);
        var found = export is null ? null : LedgerVerification.Of(export);
        if (found is null || !found.IsGood)
        {
            await output.WriteLineAsync($"{file}: not good");
            foreach (var each in found?.Problems ?? [problem!])
                await output.WriteLineAsync($"  {each}");
            return null;
        }

        await output.WriteLineAsync($"{file}: good");
        await output.WriteLineAsync(found.Export.Entries.Count == 0
            ? "  It holds no entry."
            : $"  Entries {found.Export.First} to {found.Export.Last} follow on each other, and what is shown of them is what was written down.");
        await output.WriteLineAsync($"  {found.Whole} in full, {found.Veiled} without why they were blocked, {found.Hidden} of others or of nobody as hashes.");
        await output.WriteLineAsync($"  Last hash: {found.Export.Head}");
        return found.Export;
    }

    private static (LedgerExport? Export, string? Problem) Read(string file)
    {
        try
        {
            return LedgerFile.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"{file} cannot be read: {(Directory.Exists(file) ? "it is a folder" : e.Message)}", e);
        }
    }
}
