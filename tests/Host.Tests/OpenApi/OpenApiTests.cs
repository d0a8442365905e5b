using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.OpenApi;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.OpenApi;

public sealed class OpenApiTests : IAsyncLifetime
{
    // The page, its files, and the files of plugins' windows: for browsers, and no API.
    private static readonly string[] NoApi = ["/", "/r/{name}", "/plugins/{**path}", "{*path}"];
    private RunningHost _host = null!;
    private JsonNode _document = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.Start();
        using var client = new HttpClient();
        _document = JsonNode.Parse(await client.GetStringAsync(new Uri(_host.Address, OpenApiServices.Path)))!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void It_has_the_endpoints_that_are_mapped_and_no_other()
    {
        var mapped = Mapped().Where(endpoint => !NoApi.Contains(endpoint.RoutePattern.RawText) && endpoint.RoutePattern.RawText != OpenApiServices.Path)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

        Assert.Equal(mapped.Order(), Operations().Select(operation => operation.Name).Order());
    }

    [Fact]
    public void Only_what_is_for_browsers_is_left_out()
    {
        var leftOut = Mapped().Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null && endpoint.RoutePattern.RawText != OpenApiServices.Path);

        Assert.Equal(NoApi.Order(), leftOut.Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().Order());
    }

    [Fact]
    public void Every_endpoint_says_what_it_is_for_and_what_it_answers()
    {
        Assert.NotEmpty(Operations());
        Assert.All(Operations(), operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation.Body["summary"]), operation.Name);
            Assert.False(string.IsNullOrWhiteSpace((string?)operation.Body["description"]), operation.Name);
            Assert.NotEmpty(operation.Body["responses"]!.AsObject());
        });
    }

    [Theory]
    [InlineData("/hooks/{token}", "post", "204", "401", "404", "413", "429", "503")]
    [InlineData("/health/ready", "get", "200", "503")]
    [InlineData("/hubs/room", "get", "101", "403", "426")]
    [InlineData("/hubs/room/negotiate", "post", "200", "403")]
    public void Errors_are_part_of_it(string path, string method, params string[] answers) =>
        Assert.Equal(answers, _document["paths"]![path]![method]!["responses"]!.AsObject().Select(answer => answer.Key).Order());

    [Fact]
    public void Answers_in_JSON_have_a_shape()
    {
        var schema = _document["components"]!["schemas"]!.AsObject();

        Assert.StartsWith("3.1", (string?)_document["openapi"], StringComparison.Ordinal);
        Assert.All(["errors", "folder", "id", "name", "state", "version"], name => Assert.NotNull(schema["ListedPlugin"]!["properties"]![name]));
        Assert.Contains("tiers", schema["SandboxView"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Contains("checks", schema["ReadinessView"]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task It_repeats_nothing_of_the_request()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, OpenApiServices.Path)) { Headers = { Host = "secret.example" } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(["secret.example", "127.0.0.1"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Mapped() => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(string Name, JsonNode Body)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);
}
