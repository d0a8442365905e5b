using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Privacy;

public sealed class TracesTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_call_leaves_no_cookie_and_nothing_that_outlives_the_tab()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.Press("Leave");

        Assert.Empty(await anna.Page.Context.CookiesAsync());
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>("() => localStorage.length"));
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>("async () => (await indexedDB.databases()).length"));
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>("async () => (await caches.keys()).length"));
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length"));
    }

    [Fact]
    public async Task An_injected_inline_script_does_not_run()
    {
        var anna = await Join("Anna");
        anna.Watch.Expect("Content Security Policy");
        anna.Watch.Expect("requires 'TrustedScript'");

        var blocked = await anna.Page.EvaluateAsync<string>("""
            () => new Promise((resolve) => {
              document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
              const script = document.createElement('script');
              try { script.textContent = 'window.injected = true'; } catch { resolve('require-trusted-types-for'); }
              document.body.append(script);
            })
            """);

        Assert.Matches("^(script-src|require-trusted-types-for)", blocked);
        Assert.False(await anna.Page.EvaluateAsync<bool>("() => window.injected === true"));
    }

    [Fact]
    public async Task A_request_to_another_host_is_blocked()
    {
        var anna = await Join("Anna");
        anna.Watch.Expect("Content Security Policy");
        anna.Watch.Expect("Refused to connect");

        var answer = await anna.Page.EvaluateAsync<string>(
            "() => fetch('http://127.0.0.2:9/', { mode: 'no-cors' }).then(() => 'sent', (error) => error.name)");

        Assert.Equal("TypeError", answer);
    }
}
