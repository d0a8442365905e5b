using System.Reflection;
using System.Text.RegularExpressions;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Protocol;

/// <summary>The page and the host must mean the same by a message.</summary>
public sealed partial class ProtocolMirrorTests
{
    private const string Regenerate = "PLUGINROOM_WRITE_PROTOCOL=1 dotnet run --project tests/Host.Tests -- -class '*ProtocolMirrorTests'";
    private const string Header = "// Mirrors src/Protocol/Client; a host test fails when they differ.\n";

    private static readonly string Web = Path.Combine(Root(), "web", "src", "signaling");

    [Fact]
    public void The_TypeScript_types_are_those_of_the_records()
    {
        var file = Path.Combine(Web, "protocol.generated.ts");
        var committed = File.ReadAllText(file);
        var names = Declaration().Matches(committed).Select(match => match.Groups[1].Value).ToList();
        // The file's own order is kept; what it does not have yet goes to its end.
        var declared = TypeScriptMirror.Records
            .Select(type => (Name: type.Name.Split('`')[0], Text: TypeScriptMirror.Declare(type)))
            .OrderBy(type => names.IndexOf(type.Name) is >= 0 and var index ? index : int.MaxValue)
            .Select(type => type.Text);
        var generated = Header + string.Concat(declared.Select(text => "\n" + text + "\n"));
        if (Environment.GetEnvironmentVariable("PLUGINROOM_WRITE_PROTOCOL") == "1")
            File.WriteAllText(file, generated);
        else
            Assert.True(generated == committed, $"web/src/signaling/protocol.generated.ts differs from src/Protocol/Client. Regenerate it: {Regenerate}\n{generated}");
    }

    [Fact]
    public void The_page_knows_every_event_of_the_host()
    {
        var events = typeof(RoomEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(events.Order(), MembersOf("HubEvents").Order());
    }

    [Fact]
    public void The_page_calls_exactly_the_methods_that_the_host_has()
    {
        var methods = typeof(RoomHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method)
            .Select(method => method.Name);

        Assert.Equal(methods.Order(), MembersOf("HubMethods").Order());
    }

    private static IEnumerable<string> MembersOf(string name)
    {
        var messages = File.ReadAllText(Path.Combine(Web, "messages.ts"));
        var start = messages.IndexOf($"export interface {name} {{", StringComparison.Ordinal);
        var body = messages[start..messages.IndexOf("\n}", start, StringComparison.Ordinal)];
        return Member().Matches(body).Select(match => match.Groups[1].Value);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PluginRoom.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^export interface (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^  (\w+):", RegexOptions.Multiline)]
    private static partial Regex Member();
}
