namespace PluginRoom.Sdk.Testing;

/// <summary>The gate in small: declared or not, and whether everything received so far may go to that sink. Records what passed.</summary>
internal sealed class FakeGate(FakeManifest manifest)
{
    private readonly HashSet<(string Category, ParticipantId Person)> _tags = [];

    /// <summary>Whose data the plugin has received.</summary>
    internal IReadOnlyCollection<(string Category, ParticipantId Person)> Tags => _tags;

    internal List<string> ChatLines { get; } = [];

    internal List<UiOutput> UiOutputs { get; } = [];

    internal List<string> Notices { get; } = [];

    internal List<SentRequest> Sent { get; } = [];

    internal List<AskedModeration> AskedModeration { get; } = [];

    internal List<ProposedLine> Proposed { get; } = [];

    internal List<ProposedLine> SentAs { get; } = [];

    internal List<string> LogLines { get; } = [];

    internal List<string> Denied { get; } = [];

    internal bool IsDeclared(string capability) => Denial.IsDeclared(capability, manifest.Declares);

    internal bool IsCallable(string method) => manifest.Callable?.Contains(method) ?? true;

    internal void Require(string capability)
    {
        if (IsDeclared(capability))
            return;
        Denied.Add(capability);
        throw Denial.NotDeclared(capability);
    }

    internal void RequireSink(string capability, string sink)
    {
        foreach (var category in _tags.Select(tag => tag.Category).Distinct())
        {
            if (manifest.Declares(category, sink))
                continue;
            Denied.Add(capability);
            throw new CapabilityDeniedException(
                capability, "label", $"This plugin has received {category} and declares no flow of it to {sink}.", null);
        }
    }

    internal void See(string category, ParticipantId person) => _tags.Add((category, person));

    internal void See(IEnumerable<(string Category, ParticipantId Person)> tags) => _tags.UnionWith(tags);

    /// <summary>As over the wire, a refusal comes out of the task and not out of the call.</summary>
    internal static Task<T> Answer<T>(Func<T> answer, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(answer());
        }
        catch (Exception refusal)
        {
            return Task.FromException<T>(refusal);
        }
    }

    internal void RequireMethod(string capability, string sink, string method)
    {
        if (manifest.Declares(sink, method, out var problem))
            return;
        Denied.Add(capability);
        throw new CapabilityDeniedException(capability, "not-declared", problem, null);
    }

    /// <summary>A person as the plugin may see them.</summary>
    internal Participant See(FakePerson person) =>
        new(person.Id, manifest.Declares("participants.profile.read") && person.Allows("identity.profile") ? person.Name : null);
}
