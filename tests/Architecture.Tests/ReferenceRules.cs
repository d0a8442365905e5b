using Mono.Cecil;
using Xunit;

namespace PluginRoom.Architecture.Tests;

/// <summary>Who may know whom. An author's package must drag nothing of the host in, and the host must never load plugin code.</summary>
public sealed class ReferenceRules
{
    private const string Ours = "PluginRoom.";

    [Theory]
    [InlineData("PluginRoom.Plugin.Sdk")]
    [InlineData("PluginRoom.Protocol")]
    [InlineData("PluginRoom.Worker", "PluginRoom.Plugin.Sdk", "PluginRoom.Protocol")]
    [InlineData("PluginRoom.Host", "PluginRoom.Protocol")]
    public void An_assembly_references_only_what_it_may(string assembly, params string[] allowed)
    {
        using var module = Read(assembly);

        var references = module.AssemblyReferences.Select(r => r.Name).Where(name => name.StartsWith(Ours, StringComparison.Ordinal));

        Assert.Equal(allowed.Order(), references.Order());
    }

    [Fact]
    public void Only_the_broker_makes_an_authorized_flow()
    {
        using var host = Read("PluginRoom.Host");
        const string flow = "PluginRoom.Host.Broker.AuthorizedFlow";

        var makers = Calls(host)
            .Where(call => call.Target.Name == ".ctor" && call.Target.DeclaringType.FullName == flow)
            .Select(call => call.Caller)
            .Distinct();

        Assert.Equal(["PluginRoom.Host.Broker.CapabilityBroker"], makers);
    }

    [Fact]
    public void Only_the_broker_writes_into_the_ledger()
    {
        using var host = Read("PluginRoom.Host");

        var writers = Calls(host)
            .Where(call => call.Target is { Name: "Append", DeclaringType.FullName: "PluginRoom.Host.Ledger.FlowLedger" })
            .Select(call => call.Caller)
            .Distinct();

        Assert.Equal(["PluginRoom.Host.Broker.CapabilityBroker"], writers);
    }

    [Fact]
    public void A_webhooks_signature_is_compared_in_a_time_that_tells_nothing_of_it()
    {
        using var host = Read("PluginRoom.Host");

        var called = Calls(host).Where(call => call.Caller == "PluginRoom.Host.Webhooks.WebhookSignature").Select(call => call.Target.Name).ToList();

        Assert.Contains("FixedTimeEquals", called);
        Assert.Empty(called.Intersect(["SequenceEqual", "Equals", "op_Equality", "SequenceCompareTo", "Compare", "CompareOrdinal"]));
    }

    [Fact]
    public void The_protocol_has_no_dependency_but_the_framework()
    {
        using var protocol = Read("PluginRoom.Protocol");

        Assert.All(protocol.AssemblyReferences, reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Caller, MethodReference Target)> Calls(ModuleDefinition module) =>
        from type in module.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (Outermost(type).FullName, (MethodReference)instruction.Operand);

    // Lambdas and async methods live in nested types of the class that wrote them.
    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static ModuleDefinition Read(string assembly) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
}
