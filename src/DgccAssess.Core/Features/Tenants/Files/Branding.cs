using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>How a space looks: two colours and a picture.</summary>
internal sealed record Branding(string? Accent, string? Band, LogoContent? Logo)
{
    public static Branding? Read(YamlReader yaml, string folder)
    {
        if (yaml.Map("branding") is not { } group) return null;

        group.Required("accentColor");
        var brand = new Branding(Colours.Read(group, "accentColor", Colours.Text), Colours.Read(group, "bandColor", Colours.Shape), ReadLogo(group, folder));
        group.RefuseOtherKeys();
        return brand;
    }

    private static LogoContent? ReadLogo(YamlReader group, string folder)
    {
        if (group.OptionalText("logo") is not { } name) return null;
        if (name == Path.GetFileName(name) && Path.GetExtension(name) is ".svg" or ".png") return LogoFile.Read(folder, name, group.Log);

        group.Log.Add(group.File, group.PositionOf("logo"), $"'{YamlReader.Shorten(name)}' is no picture beside this file.", "Give the name of an SVG or PNG file in this folder, for example logo.svg.");
        return null;
    }
}
