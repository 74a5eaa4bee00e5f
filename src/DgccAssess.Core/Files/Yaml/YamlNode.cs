namespace DgccAssess.Core.Files.Yaml;

/// <summary>A node of a YAML file with its place, so that every problem can be pointed at.</summary>
public abstract record YamlNode(Position At)
{
    /// <summary>The node's kind in words a message can use.</summary>
    public abstract string Kind { get; }
}

/// <param name="At">Where it starts.</param>
/// <param name="Value">The text after quotes and escapes.</param>
/// <param name="Plain">Written without quotes, so that true, null and 3 are not texts.</param>
public sealed record YamlScalar(Position At, string Value, bool Plain) : YamlNode(At)
{
    public override string Kind => YamlTypes.KindOf(this);
}

public sealed record YamlList(Position At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    public override string Kind => "a list";
}

public sealed record YamlMap(Position At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    public override string Kind => "a group of keys";
}

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
