using AngleSharp.Html.Dom;

namespace DgccAssess.TestCommon;

/// <summary>What a browser would post for a form.</summary>
internal static class FormFields
{
    public static IEnumerable<KeyValuePair<string, string>> Of(IHtmlFormElement form, (string Name, string? Value)[] changes)
    {
        var changed = changes.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var kept = form.Elements.SelectMany(Posted).Where(field => !changed.Contains(field.Key));
        var set = changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!));
        return kept.Concat(set);
    }

    private static IEnumerable<KeyValuePair<string, string>> Posted(IHtmlElement element) => element switch
    {
        IHtmlInputElement { IsDisabled: false, Name: { Length: > 0 } name } input => input.Type switch
        {
            "checkbox" or "radio" => input.IsChecked ? [KeyValuePair.Create(name, input.Value)] : [],
            "submit" or "button" or "file" or "image" => [],
            _ => [KeyValuePair.Create(name, input.Value)],
        },
        IHtmlTextAreaElement { IsDisabled: false, Name: { Length: > 0 } name } text => [KeyValuePair.Create(name, text.Value)],
        IHtmlSelectElement { IsDisabled: false, Name: { Length: > 0 } name } select =>
            select.SelectedOptions.Select(option => KeyValuePair.Create(name, option.Value)),
        _ => [],
    };
}
