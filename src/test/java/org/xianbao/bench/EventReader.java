package org.xianbao.bench;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** POI's event reader turned round by a queue: SAX pushes on a thread of its own, Batch pulls. */
final class EventReader implements ItemReader<Baseline.Worker> {
    private static final int FIRST_ROW = 4;
    private static final String[] END = new String[0];

    private final Path workbook;
    private final BlockingQueue<String[]> queue = new ArrayBlockingQueue<>(2000);
    private @Nullable Thread parser;
    private volatile @Nullable Exception failed;

    EventReader(Path workbook) {
        this.workbook = workbook;
    }

    @Override
    public Baseline.@Nullable Worker read() throws Exception {
        if (parser == null) {
            parser = new Thread(this::parse, "sax");
            parser.setDaemon(true);
            parser.start();
        }
        String[] cells = queue.take();
        if (cells == END) {
            Exception fault = failed;
            if (fault != null) {
                throw fault;
            }
            return null;
        }
        return Baseline.Worker.of(cells);
    }

    private void parse() {
        try (OPCPackage pack = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(pack);
            XMLReader xml =
                    SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    null,
                    new ReadOnlySharedStringsTable(pack, false),
                    new Rows(),
                    new DataFormatter(),
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
        } catch (Exception e) {
            failed = e;
        }
        put(END);
    }

    private void put(String[] cells) {
        try {
            queue.put(cells);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private String[] cells = new String[15];

        @Override
        public void startRow(int row) {
            cells = new String[15];
        }

        @Override
        public void cell(@Nullable String reference, String text, @Nullable XSSFComment comment) {
            if (reference != null) {
                cells[new CellReference(reference).getCol()] = text;
            }
        }

        @Override
        public void endRow(int row) {
            if (row >= FIRST_ROW && cells[1] != null) {
                put(cells);
            }
        }
    }
}
