namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Partners and what each shares.</summary>
    public string Countries() => At($"/countries");

    /// <summary>Who publishes to the hub, and by which key and program it is known.</summary>
    public string Partners() => At($"/partners");

    /// <summary>The same, saying once what was just done.</summary>
    /// <param name="done">Of JustDone.</param>
    /// <param name="partner">To whom.</param>
    public string PartnersAfter(string done, string partner) => At($"/partners?done={done}&partner={partner}");

    public string ChangePartner(string partner) => At($"/partners/{partner}/change");

    /// <summary>For a partner with an installation of its own.</summary>
    public string RegisterPartner() => At($"/partners/new");

    public string Country(string partner) => At($"/countries/{partner}");

    /// <summary>The version in force of a round.</summary>
    public string CountryRound(string partner, string round) => At($"/countries/{partner}/rounds/{round}");

    /// <summary>A version of a round, also one that a later one stands beside.</summary>
    public string CountryRound(string partner, string round, int number) => At($"/countries/{partner}/rounds/{round}?version={number}");

    /// <summary>The country on one page, as PDF.</summary>
    public string CountryBrief(string partner, string language) => At($"/countries/{partner}/brief.pdf?language={language}");

    /// <summary>Its distribution and change as a picture for slides.</summary>
    public string CountrySlide(string partner, string language) => At($"/countries/{partner}/slide.png?language={language}");

    /// <summary>A round's figures as a file: xlsx, csv or json.</summary>
    public string CountryFile(string partner, string round, string format) => At($"/countries/{partner}/rounds/{round}/figures.{format}");
}
