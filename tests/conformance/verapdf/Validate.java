import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF: {@code java -cp 'lib/*' Validate.java ua1,2a FILE…}
 *
 * Prints a line a file and flavour, {@code FILE<TAB>ua1<TAB>holds|fails<TAB>number of checks made}, and under it, after a tab, a line
 * a rule that is broken: its clause and test, how often, what it asks for, where first. Exits with 1 when a file cannot be read.
 */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : List.of(arguments).subList(1, arguments.length))
      for (String flavour : arguments[0].split(",")) validate(file, flavour);
  }

  private static void validate(String file, String name) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
    if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("No such flavour: " + name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "holds" : "fails";
      System.out.println(String.join("\t", file, name, verdict, String.valueOf(result.getTotalAssertions())));
      Map<String, List<TestAssertion>> broken = result.getTestAssertions().stream()
          .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
          .collect(Collectors.groupingBy(
              each -> each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(), TreeMap::new, Collectors.toList()));
      broken.forEach((rule, all) -> System.out.println("\t" + rule + " (" + all.size() + " times): "
          + all.get(0).getMessage().replaceAll("\\s+", " ") + " " + all.get(0).getLocation().getContext()));
    }
  }
}
