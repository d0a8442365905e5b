using System.Security.Cryptography;
using Microsoft.Playwright;

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>
/// A host, a room and the people whom a test brings. The host is shared with the other tests unless a test takes one of its own.
/// When the test is over, everybody's page must have asked nobody but the host and complained about nothing, and a host of its own
/// must stop as it should.
/// </summary>
public abstract class HostedTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private HostProcess? _own;

    private protected Chromium Chromium => chromium;

    private protected HostProcess Host { get; private set; } = null!;

    private protected string Room { get; } = $"room-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    public async ValueTask InitializeAsync() => Host = await (await TestContext.Current.GetFixture<SharedHost>())!.Host;

    /// <summary>For what changes a plugin, needs settings of its own, or looks at the whole host. Before anybody comes.</summary>
    private protected async Task TakeOwnHost(params (string Name, string Value)[] environment) =>
        Host = _own = await HostProcess.Start(environment);

    /// <summary>Somebody with an empty page.</summary>
    private protected async Task<Person> Open(
        string name, IBrowser? browser = null, string? script = null, Uri? address = null, BrowserNewContextOptions? options = null)
    {
        var person = await Person.Open(browser ?? chromium.Browser, address ?? Host.Address, name, script, options);
        _people.Add(person);
        return person;
    }

    private protected async Task<Person> Join(string name, IBrowser? browser = null, string? script = null, Uri? address = null)
    {
        var person = await Open(name, browser, script, address);
        await person.Join(Room);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await Evidence.KeepIfFailed(_people, Host);
            Assert.Multiple([.. _people.SelectMany(person => new Action[] { person.Watch.AssertStayedHome, person.Watch.AssertNoComplaint })]);
        }
        finally
        {
            foreach (var person in _people)
                await person.DisposeAsync();
            if (_own is not null)
                await _own.DisposeAsync();
        }
    }
}
