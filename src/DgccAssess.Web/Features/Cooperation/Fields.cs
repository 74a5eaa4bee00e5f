namespace DgccAssess.Web.Features.Cooperation;

/// <summary>A field of text of a form.</summary>
/// <param name="Name">As it is posted: Input.Note.</param>
/// <param name="Label">In words.</param>
/// <param name="Value">As typed.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Help">Beneath the label.</param>
/// <param name="Rows">Of a field of several lines; 0: one line.</param>
/// <param name="Type">Of the input.</param>
/// <param name="IsCode">Codes, addresses and dates run from left to right.</param>
public sealed record TextField(string Name, string Label, string? Value, int MaxLength, string? Help = null, int Rows = 0, string Type = "text", bool IsCode = false)
{
    public string Id => Name.Replace('.', '_');
}

/// <param name="Name">As it is posted.</param>
/// <param name="Label">In words.</param>
/// <param name="Value">Chosen.</param>
/// <param name="Choices">What there is to choose from.</param>
/// <param name="Empty">Words for no choice; null where one must be made.</param>
/// <param name="Help">Beneath the label.</param>
public sealed record SelectField(string Name, string Label, string? Value, IEnumerable<(string Value, string Text)> Choices, string? Empty = null, string? Help = null)
{
    public string Id => Name.Replace('.', '_');
}

/// <param name="Name">As it is posted.</param>
/// <param name="Legend">In words.</param>
/// <param name="Values">One for each language.</param>
/// <param name="Help">Beneath the legend.</param>
public sealed record NamesField(string Name, string Legend, IReadOnlyList<NameInput> Values, string? Help = null)
{
    public string Id => Name.Replace('.', '_');
}
