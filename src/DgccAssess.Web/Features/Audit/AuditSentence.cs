using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Audit;

/// <summary>
/// An event in a sentence of the reader's language: "Event.TYPE" of the words, where {name} stands for a value of the event and {name.count} for the
/// length of a list. An event without a sentence is shown by its type and values.
/// </summary>
public sealed partial class AuditSentence(IStringLocalizer<AuditWords> words, SpaceView view)
{
    private const int MaxItems = 10;
    private const char RightToLeftIsolate = '\u2067';
    private const char Isolate = '\u2068';
    private const char EndIsolate = '\u2069';

    public string Of(string type, string details)
    {
        using var values = JsonDocument.Parse(details);
        var sentence = words["Event." + type];
        return sentence.ResourceNotFound
            ? $"{type}: {Apart(string.Join(", ", values.RootElement.EnumerateObject().Select(p => $"{p.Name} {Text(p.Value)}")))}"
            : Token().Replace(sentence.Value, token => Value(values.RootElement, token.Groups["name"].Value, token.Groups["count"].Success));
    }

    /// <summary>For a list of kinds: the sentence without values.</summary>
    public string Kind(string type)
    {
        var sentence = words["Event." + type];
        return sentence.ResourceNotFound ? type : Token().Replace(sentence.Value, "…");
    }

    /// <summary>Without the invisible marks that keep values of another script apart on a screen.</summary>
    public static string Plain(string sentence) => string.Concat(sentence.Where(c => c is < RightToLeftIsolate or > EndIsolate));

    private string Value(JsonElement values, string name, bool count) =>
        !values.TryGetProperty(name, out var value) ? Apart("?")
        : count ? Apart((value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : 0).ToString(CultureInfo.CurrentCulture))
        : Apart(Text(value));

    private string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => words["Value.None"],
        JsonValueKind.True => words["Value.Yes"],
        JsonValueKind.False => words["Value.No"],
        JsonValueKind.Number => value.GetDecimal().ToString("0.##########", CultureInfo.CurrentCulture),
        JsonValueKind.Array => List(value),
        JsonValueKind.Object => Item(value),
        JsonValueKind.String when value.TryGetDateTime(out var instant) && instant.Kind is DateTimeKind.Utc => view.DateAndTime(instant),
        _ => value.GetString() ?? "",
    };

    private string List(JsonElement items)
    {
        var shown = items.EnumerateArray().Take(MaxItems).Select(Text).Between();
        return items.GetArrayLength() <= MaxItems ? shown : words["Value.More", shown, items.GetArrayLength() - MaxItems];
    }

    private string Item(JsonElement item) =>
        item.TryGetProperty("old", out var old) && item.TryGetProperty("new", out var now) && item.TryGetProperty("indicator", out var indicator)
            ? words["Value.Change", Text(indicator), Text(old), Text(now)]
            : string.Join(' ', item.EnumerateObject().Select(p => $"{p.Name} {Text(p.Value)}"));

    private static string Apart(string value) => $"{Isolate}{value}{EndIsolate}";

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]\w*)(?<count>\.count)?\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
