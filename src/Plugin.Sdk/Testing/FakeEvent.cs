namespace PluginRoom.Sdk.Testing;

/// <summary>One kind of event: which capability it needs, and which category of a person's data it carries (null: none).</summary>
internal sealed class FakeEvent<T>(FakeGate gate, string capability, string? category)
{
    private readonly EventHandlers<T> _handlers = new();

    internal IDisposable Add(Func<T, CancellationToken, Task> handler)
    {
        gate.Require(capability);
        return _handlers.Add(handler);
    }

    /// <summary>Delivers what <paramref name="person"/> allows, and remembers that the plugin has it.</summary>
    internal Task RaiseAsync(FakePerson? person, T value, CancellationToken cancellationToken)
    {
        if (!gate.IsDeclared(capability))
            return Task.CompletedTask;
        if (category is not null)
        {
            if (person?.Allows(category) != true)
                return Task.CompletedTask;
            gate.See(category, person.Id);
        }

        return _handlers.RunAsync(value, cancellationToken);
    }
}
