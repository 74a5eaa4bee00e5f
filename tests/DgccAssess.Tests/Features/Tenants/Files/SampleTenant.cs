namespace DgccAssess.Tests.Features.Tenants.Files;

/// <summary>A small, sound tenant's folder; tests spoil a copy of it or grow it, and the shipped tenants may change.</summary>
internal sealed class SampleTenant : IDisposable
{
    public const string Yaml =
        """
        # yaml-language-server: $schema=../_schema/tenant.schema.json
        #
        # Tunisia's space, for trying the product in Arabic and French. The two agencies in agencies.csv are SYNTHETIC: they do not exist.

        id: tunisia
        names:
          ar: تونس
          fr: Tunisie
          en: Tunisia

        # Screen languages; the first is the default.
        languages: [ar, fr, en]
        timeZone: Africa/Tunis
        firstDayOfWeek: monday

        branding:
          accentColor: "#A61B29"

        hosts: [tunisia.example.org]

        supportContact: assistance@tunisia.example.org

        # Folders of tenants/instruments. The first is the one proposed for a new round.
        instruments: [dgcc-2026]

        # What Korea sees while no agreement says otherwise: 1, the facts of participation.
        sharing:
          defaultLevel: 1

        agencyGroups:
          - code: central
            names: { ar: هياكل عمومية مركزية, fr: Organismes centraux, en: Central agencies }
          - code: local
            names: { ar: جماعات محلية, fr: Collectivités locales, en: Local governments }

        regions:
          - code: national
            names: { ar: وطني, fr: National, en: National }
          - code: north
            names: { ar: الشمال, fr: Nord, en: North }

        # How numbers and dates are written (ISO 3166-1).
        country: TN

        """;

    public const string Agencies =
        """
        code,group,region,name_ar,name_fr,name_en,synthetic
        demo-services,central,national,وكالة الخدمات الرقمية (هيكل وهمي للتجربة),Agence des services numériques (organisme fictif),Digital Services Agency (synthetic),yes
        demo-commune,local,north,بلدية النموذج (هيكل وهمي للتجربة),Commune modèle (organisme fictif),Model Municipality (synthetic),yes

        """;

    public const string Texts =
        """
        # yaml-language-server: $schema=../../_schema/space-texts.schema.json

        signInNotice: "LANGUAGE: for officials only"
        privacy: "Read **all** of it at [the ministry](https://example.org) <b>now</b>."

        """;

    private readonly string root = Directory.CreateTempSubdirectory("dgcc-").FullName;

    /// <param name="instrument">The folder of dgcc-2026 to use; null: one that is only there.</param>
    public SampleTenant(string? instrument = null)
    {
        Folder = Directory.CreateDirectory(Path.Combine(root, "tunisia")).FullName;
        File.WriteAllText(PathOf("tenant.yaml"), Yaml);
        File.WriteAllText(PathOf("agencies.csv"), Agencies);
        Directory.CreateDirectory(PathOf("texts"));
        foreach (var language in new[] { "ar", "fr", "en" }) File.WriteAllText(PathOf($"texts/{language}.yaml"), Texts.Replace("LANGUAGE", language, StringComparison.Ordinal));
        var target = Path.Combine(root, "instruments", "dgcc-2026");
        if (instrument is null) File.WriteAllText(Path.Combine(Directory.CreateDirectory(target).FullName, "instrument.yaml"), "code: dgcc-2026\n");
        else CopyFolder(instrument, target);
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces the first place where the text stands.</summary>
    public void Edit(string file, string find, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(find, text, StringComparison.Ordinal);
        var index = text.IndexOf(find, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text[..index] + replacement + text[(index + find.Length)..]);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
