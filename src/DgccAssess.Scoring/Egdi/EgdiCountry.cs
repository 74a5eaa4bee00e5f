namespace DgccAssess.Scoring.Egdi;

/// <summary>The three components of the EGDI of the United Nations, each from 0 to 1.</summary>
/// <param name="Osi">Online Service Index.</param>
/// <param name="Tii">Telecommunication Infrastructure Index.</param>
/// <param name="Hci">Human Capital Index.</param>
public sealed record EgdiComponents(decimal Osi, decimal Tii, decimal Hci)
{
    internal const int Count = 3;

    internal decimal Sum => Osi + Tii + Hci;

    /// <summary>EGDI = (OSI + TII + HCI) / 3 (UN E-Government Survey, annex on methodology), not rounded.</summary>
    public decimal Mean() => Sum / Count;

    public decimal Of(EgdiComponent component) => component switch
    {
        EgdiComponent.Osi => Osi,
        EgdiComponent.Tii => Tii,
        _ => Hci,
    };

    /// <summary>The components with one of them changed; what would leave 0 to 1 stops there.</summary>
    public EgdiComponents Plus(EgdiComponent component, decimal change) => component switch
    {
        EgdiComponent.Osi => this with { Osi = Math.Clamp(Osi + change, 0, 1) },
        EgdiComponent.Tii => this with { Tii = Math.Clamp(Tii + change, 0, 1) },
        _ => this with { Hci = Math.Clamp(Hci + change, 0, 1) },
    };

    /// <summary>The same, rounded half up.</summary>
    /// <param name="decimals">Digits after the point.</param>
    public decimal Mean(int decimals) => Math.Round(Mean(), decimals, MidpointRounding.AwayFromZero);
}

public enum EgdiComponent
{
    Osi,
    Tii,
    Hci,
}

/// <summary>A country in one edition of the survey, as the UN published it.</summary>
public sealed record EgdiCountry
{
    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Code { get; init; }

    /// <summary>As the UN writes it in English.</summary>
    public required string Name { get; init; }

    /// <summary>The published index, from 0 to 1.</summary>
    public required decimal Egdi { get; init; }

    public required EgdiComponents Components { get; init; }

    /// <summary>E-Participation Index; not part of the EGDI. Null where it was not published.</summary>
    public decimal? Epi { get; init; }

    /// <summary>From 1, as published.</summary>
    public required int Rank { get; init; }
}

/// <summary>One edition of the survey: a year and its countries.</summary>
/// <param name="Year">For example 2022.</param>
/// <param name="Decimals">Digits the UN published it with.</param>
/// <param name="Countries">All of them.</param>
public sealed record EgdiEdition(int Year, int Decimals, IReadOnlyList<EgdiCountry> Countries)
{
    /// <summary>The method of 2024 differs from that of the editions before: HCI fell and TII rose nearly everywhere. Figures are not compared across it without saying so.</summary>
    public const int MethodBreak = 2024;

    /// <summary>Member states of the United Nations, all of which are in every edition.</summary>
    public const int States = 193;

    public EgdiCountry? Find(string code) => Countries.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The edition before lies on the other side of the break.</summary>
    public bool BreaksFrom(EgdiEdition earlier) => earlier.Year < MethodBreak && Year >= MethodBreak;
}

/// <summary>Groups of the survey: very high above 0.75, high above 0.50, middle above 0.25, low.</summary>
public enum EgdiLevel
{
    Low,
    Middle,
    High,
    VeryHigh,
}

public static class EgdiLevels
{
    private const decimal Step = 0.25m;

    public static EgdiLevel Of(decimal egdi) => egdi switch
    {
        > 3 * Step => EgdiLevel.VeryHigh,
        > 2 * Step => EgdiLevel.High,
        > Step => EgdiLevel.Middle,
        _ => EgdiLevel.Low,
    };
}
