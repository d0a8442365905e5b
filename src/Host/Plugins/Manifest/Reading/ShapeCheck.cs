using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>
/// Holds a document against the records that it will become, value by value, and goes on after an error. What is unreadable is
/// remembered, so that rules between values can tell "not declared" from "declared, but misspelt".
/// </summary>
internal sealed class ShapeCheck(ErrorList errors, PluginFiles files)
{
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    public bool IsReadable(string pointer) =>
        !_unreadable.Any(bad => bad == pointer || bad.StartsWith(pointer + "/", StringComparison.Ordinal));

    public void Check(JsonElement value, JsonTypeInfo type, JsonPropertyInfo? property, string pointer)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
            CheckObject(value, type, pointer);
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
            CheckList(value, type, property, pointer);
        else if (ValueCheck.Problem(value, type.Type, property) is { } problem)
            Unreadable(pointer, problem);
        else if (property is not null && ValueCheck.Find<FileInFolderAttribute>(property) is not null)
            CheckFile(value.GetString()!, pointer);
    }

    private void CheckObject(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Unreadable(pointer, $"must be an object, but is {Kind(value)}.");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject())
        {
            var at = JsonPointer.Field(pointer, field.Name);
            if (!seen.Add(field.Name))
                Unreadable(at, $"{Wording.Quote(field.Name)} is there twice. Keep one of them.");
            else if (type.Properties.FirstOrDefault(property => property.Name == field.Name) is not { } property)
                errors.Add(at, errors.IsFull ? "" : Unknown(field.Name, type));
            else
                Check(field.Value, ManifestJson.Options.GetTypeInfo(property.PropertyType), property, at);
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
            Unreadable(JsonPointer.Field(pointer, missing.Name), $"is missing. {ValueCheck.Describe(missing)}");
    }

    private void CheckList(JsonElement value, JsonTypeInfo type, JsonPropertyInfo? property, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Unreadable(pointer, $"must be a list, but is {Kind(value)}.");
            return;
        }

        var most = ValueCheck.MostItems(property);
        if (value.GetArrayLength() > most)
            Unreadable(pointer, $"has {value.GetArrayLength()} items; at most {most} are allowed.");
        var items = ManifestJson.Options.GetTypeInfo(type.ElementType!);
        foreach (var (index, item) in value.EnumerateArray().Take(most).Index())
            Check(item, items, null, JsonPointer.Item(pointer, index));
    }

    private void CheckFile(string path, string pointer)
    {
        if (files.Problem(path) is { } problem)
            errors.Add(pointer, problem.Message, problem.MayStillArrive);
    }

    private void Unreadable(string pointer, string message)
    {
        _unreadable.Add(pointer);
        errors.Add(pointer, message);
    }

    private static string Unknown(string name, JsonTypeInfo type)
    {
        var names = type.Properties.Select(property => property.Name).ToList();
        var hint = Wording.DidYouMean(name, names);
        return $"{Wording.Quote(name)} is not a field here.{(hint.Length > 0 ? hint : $" Remove it; the fields are: {Wording.List(names)}.")}";
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null (leave the field out instead)",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
