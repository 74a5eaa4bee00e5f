namespace DgccAssess.Scoring.Instruments.Checks;

internal static class HeaderCheck
{
    public const int MaxTiers = 8;
    public const int MaxDecimals = 6;

    public static void Check(Instrument instrument, ProblemList problems)
    {
        if (!CodeRegister.IsValid(instrument.Code))
            problems.Error("code", InstrumentProblemCodes.CodeInvalid, instrument.Code);
        CheckLanguages(instrument.Languages, problems);
        CheckTiers(instrument.Tiers, problems);
        if (instrument.Rounding.Decimals is < 0 or > MaxDecimals)
            problems.Error("rounding/decimals", InstrumentProblemCodes.RoundingDecimals, instrument.Rounding.Decimals, 0, MaxDecimals);
        if (!Enum.IsDefined(instrument.Rounding.Mode))
            problems.Error("rounding/mode", InstrumentProblemCodes.ValueUnknown, instrument.Rounding.Mode);
        if (!Enum.IsDefined(instrument.NotApplicable))
            problems.Error("notApplicable", InstrumentProblemCodes.ValueUnknown, instrument.NotApplicable);
    }

    private static void CheckLanguages(IReadOnlyList<string> languages, ProblemList problems)
    {
        if (languages.Count == 0)
            problems.Error("languages", InstrumentProblemCodes.LanguageInvalid, "");
        var register = new CodeRegister(problems);
        for (var i = 0; i < languages.Count; i++)
        {
            var path = $"languages/{CodeRegister.Segment(languages[i], i)}";
            if (IsLanguageTag(languages[i]))
                register.Add(languages[i], path);
            else
                problems.Error(path, InstrumentProblemCodes.LanguageInvalid, languages[i]);
        }
    }

    private static void CheckTiers(IReadOnlyList<string> tiers, ProblemList problems)
    {
        if (tiers.Count is 0 or > MaxTiers)
            problems.Error("tiers", InstrumentProblemCodes.TierCount, tiers.Count, MaxTiers);
        var register = new CodeRegister(problems);
        for (var i = 0; i < tiers.Count; i++)
            register.Add(tiers[i], $"tiers/{CodeRegister.Segment(tiers[i], i)}");
    }

    private static bool IsLanguageTag(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
