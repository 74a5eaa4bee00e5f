namespace DgccAssess.Scoring.Egdi;

/// <summary>How the index of a country changed from one edition to another, and what of it each component brought: a third of the component's own change.</summary>
/// <param name="Egdi">Change of the published index.</param>
/// <param name="Rank">Ranks gained; negative where it lost.</param>
/// <param name="Osi">Of the change, by the Online Service Index.</param>
/// <param name="Tii">By the Telecommunication Infrastructure Index.</param>
/// <param name="Hci">By the Human Capital Index.</param>
/// <param name="IsBroken">The method changed in between: the parts say as much about the method as about the country.</param>
public sealed record EgdiChange(decimal Egdi, int Rank, decimal Osi, decimal Tii, decimal Hci, bool IsBroken)
{
    private const int Parts = 3;
    private const int Decimals = 6;

    /// <summary>What the published figures leave over: they are rounded.</summary>
    public decimal Rest => Egdi - Osi - Tii - Hci;

    /// <returns>Null where the country is not in both.</returns>
    public static EgdiChange? Of(EgdiEdition from, EgdiEdition to, string code)
    {
        if (from.Find(code) is not { } before || to.Find(code) is not { } now) return null;
        return new EgdiChange(
            now.Egdi - before.Egdi, before.Rank - now.Rank,
            Part(now.Components.Osi - before.Components.Osi), Part(now.Components.Tii - before.Components.Tii), Part(now.Components.Hci - before.Components.Hci), to.BreaksFrom(from));
    }

    private static decimal Part(decimal change) => Math.Round(change / Parts, Decimals, MidpointRounding.AwayFromZero);
}
